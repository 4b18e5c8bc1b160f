package tsukasa.budget;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tsukasa.kernel.Text;

/// An amount of yen as people write it: full-width digits, thousands commas, △ or brackets for less than nothing.
/// What is no amount comes with what to do about it.
public sealed interface WrittenYen {
    record Of(long yen) implements WrittenYen {}

    record Odd(Text why, Text next) implements WrittenYen {}

    Pattern DIGITS = Pattern.compile("[0-9]{1,15}|[0-9]{1,3}(,[0-9]{3}){1,4}");
    Pattern DECIMAL = Pattern.compile("[0-9]{1,15}\\.[0-9]{1,20}|[0-9](\\.[0-9]{1,20})?E[+]?[0-9]{1,2}");
    Pattern SIGNED = Pattern.compile("[△▲\\-−](.+)|\\((.+)\\)");

    static WrittenYen read(String written) {
        if (written.length() > 100) {
            return notOne(written);
        }
        String text = Normalizer.normalize(written, Normalizer.Form.NFKC).replaceAll("\\s", "");
        if (text.matches("[-−‐–—ー]")) {
            return new Odd(
                    Text.of("「－」は計画がない印で、金額ではありません。", "－ says that nothing is planned; it is no amount."),
                    Text.of(
                            "執行がなければ0、まだなら空欄にしてください。",
                            "Write 0 if nothing was spent; leave it empty if not known yet."));
        }
        String bare = text.replaceFirst("^[¥\\\\]", "").replaceFirst("円$", "");
        Matcher signed = SIGNED.matcher(bare);
        if (!signed.matches()) {
            return unsigned(bare, 1, written);
        }
        String digits = signed.group(1) == null ? signed.group(2) : signed.group(1);
        return unsigned(digits.replaceFirst("^[¥\\\\]", ""), -1, written);
    }

    private static WrittenYen unsigned(String text, int sign, String written) {
        boolean decimal = DECIMAL.matcher(text).matches();
        if (!decimal && !DIGITS.matcher(text).matches()) {
            return notOne(written);
        }
        BigDecimal exact = new BigDecimal(text.replace(",", "")).stripTrailingZeros();
        if (exact.scale() > 0) {
            return new Odd(
                    Text.of("円に満たない端数があります。", "It has a fraction of a yen."),
                    Text.of("円単位の整数で書いてください。", "Write whole yen."));
        }
        return exact.precision() - exact.scale() > 15 ? notOne(written) : new Of(sign * exact.longValueExact());
    }

    private static Odd notOne(String written) {
        String shown = written.length() > 20 ? written.substring(0, 20) + "…" : written;
        return new Odd(
                Text.of("金額として読めません：" + shown, "It cannot be read as an amount: " + shown),
                Text.of("1234567 か △1,234,567 のように、円で書いてください。", "Write yen, like 1234567 or △1,234,567."));
    }
}
