package tsukasa.kernel;

import java.text.Normalizer;
import java.util.Optional;

/// 法人番号: thirteen digits, the first a check digit over the other twelve
/// (Order of the Ministry of Finance on the designation of corporate numbers, 2014, §2).
public record CorporateNumber(String digits) {
    public CorporateNumber {
        if (!valid(digits)) {
            throw new IllegalArgumentException("not a corporate number: " + digits);
        }
    }

    /// Reads what people type: full-width digits, spaces and hyphens are accepted. Empty when it is no corporate
    /// number.
    public static Optional<CorporateNumber> parse(String typed) {
        if (typed.length() > 64) {
            return Optional.empty();
        }
        String digits = Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("[\\s\\-‐‑–—ー]", "");
        return valid(digits) ? Optional.of(new CorporateNumber(digits)) : Optional.empty();
    }

    /// The number whose last twelve digits are given, with its check digit in front.
    public static CorporateNumber ofBase(long twelveDigits) {
        String base = "%012d".formatted(twelveDigits);
        return new CorporateNumber(checkDigit(base) + base);
    }

    private static boolean valid(String text) {
        return text.length() == 13
                && text.chars().allMatch(c -> c >= '0' && c <= '9')
                && text.charAt(0) - '0' == checkDigit(text.substring(1));
    }

    /// 9 − (Σ Pn × Qn mod 9), n counted from the lowest digit, Q = 1 for odd n and 2 for even n.
    private static int checkDigit(String base) {
        int sum = 0;
        for (int n = 1; n <= 12; n++) {
            sum += (base.charAt(12 - n) - '0') * (n % 2 == 1 ? 1 : 2);
        }
        return 9 - sum % 9;
    }

    @Override
    public String toString() {
        return digits;
    }
}
