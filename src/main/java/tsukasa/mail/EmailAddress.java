package tsukasa.mail;

import java.io.Serializable;
import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// メールアドレス in the one form in which we compare and store it: half width, lower case, the domain in ASCII. It cannot
/// hold a line break or a second address, so no header can be smuggled through one (RFC 5321 §4.1.2, dot-atoms only).
public record EmailAddress(String value) implements Serializable {
    private static final int LONGEST = 254;
    private static final Pattern FORM = Pattern.compile("[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
            + "@([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?");

    public EmailAddress {
        if (!valid(value)) {
            throw new IllegalArgumentException("not an email address in its normal form");
        }
    }

    /// For addresses that are known to be right, such as stored ones.
    public static EmailAddress of(String typed) {
        return parse(typed).orElseThrow(() -> new IllegalArgumentException("not an email address"));
    }

    /// Reads what people type: full-width letters and capitals are accepted. Empty when it is no address.
    public static Optional<EmailAddress> parse(String typed) {
        if (typed.length() > LONGEST) {
            return Optional.empty();
        }
        String text = Normalizer.normalize(typed.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        int at = text.lastIndexOf('@');
        return at < 1
                ? Optional.empty()
                : ascii(text.substring(at + 1))
                        .map(domain -> text.substring(0, at) + "@" + domain)
                        .filter(EmailAddress::valid)
                        .map(EmailAddress::new);
    }

    private static Optional<String> ascii(String domain) {
        try {
            return Optional.of(IDN.toASCII(domain).toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException notADomain) {
            return Optional.empty();
        }
    }

    private static boolean valid(String text) {
        return text.length() <= LONGEST
                && text.indexOf('@') <= 64
                && FORM.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
