package tsukasa.mail;

import java.util.List;
import java.util.regex.Pattern;
import tsukasa.kernel.Language;
import tsukasa.kernel.Text;

/// A plain-text mail from the agency to one person.
///
/// @param language what the words are in; the sender's name follows it
/// @param headers  the few a sender may add, such as `List-Unsubscribe`
/// @param secret   carries something only the receiver may see, such as a sign-in link: staff cannot read the body, and
/// it is erased once a mail server has taken it
/// @param confidential secret, and about something of which staff must not even know whom we write to
public record Letter(
        EmailAddress to,
        String subject,
        String body,
        Language language,
        List<Header> headers,
        boolean secret,
        boolean confidential) {
    private static final int LONGEST_SUBJECT = 200;
    private static final int LONGEST_BODY = 100_000;

    public Letter {
        headers = List.copyOf(headers);
        if (confidential && !secret) {
            throw new IllegalArgumentException("what is confidential is secret as well");
        }
        body = body.replace("\r\n", "\n").replace('\r', '\n').replace("\u0000", "");
        if (subject.isBlank() || subject.length() > LONGEST_SUBJECT || hasControl(subject)) {
            throw new IllegalArgumentException("a subject is one line of 1 to 200 characters");
        }
        if (body.isBlank() || body.length() > LONGEST_BODY) {
            throw new IllegalArgumentException("a body has 1 to 100,000 characters");
        }
    }

    public static Letter of(EmailAddress to, Language language, Text subject, Text body) {
        return new Letter(to, subject.in(language), body.in(language), language, List.of(), false, false);
    }

    public Letter withHeaders(List<Header> added) {
        return new Letter(to, subject, body, language, added, secret, confidential);
    }

    public Letter keptSecret() {
        return new Letter(to, subject, body, language, headers, true, confidential);
    }

    public Letter keptConfidential() {
        return new Letter(to, subject, body, language, headers, true, true);
    }

    /// A header a sender may add; the others are ours (RFC 2369, RFC 2919, RFC 8058).
    public record Header(String name, String value) {
        private static final Pattern ALLOWED = Pattern.compile("Reply-To|List-[A-Za-z]{1,20}(-[A-Za-z]{1,20})?");

        public Header {
            if (!ALLOWED.matcher(name).matches()) {
                throw new IllegalArgumentException("a letter may add Reply-To and List-… headers only, not " + name);
            }
            if (value.isBlank() || value.length() > 900 || hasControl(value) || !ascii(value)) {
                throw new IllegalArgumentException("the header " + name + " is one line of up to 900 ASCII characters");
            }
        }

        private static boolean ascii(String text) {
            return text.chars().allMatch(c -> c < 127);
        }
    }

    private static boolean hasControl(String text) {
        return text.chars().anyMatch(c -> Character.isISOControl(c) || c == '\u2028' || c == '\u2029');
    }
}
