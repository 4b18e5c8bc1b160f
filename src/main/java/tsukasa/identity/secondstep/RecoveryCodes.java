package tsukasa.identity.secondstep;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import tsukasa.identity.Secret;

/// Codes for paper: 80 random bits as `abcd-efgh-jkmn-pqrs`, in letters that are not mistaken for one another
/// (Crockford's base 32).
final class RecoveryCodes {
    static final int HOW_MANY = 10;
    private static final String LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";

    private RecoveryCodes() {}

    static List<String> fresh() {
        return Stream.generate(RecoveryCodes::one).limit(HOW_MANY).toList();
    }

    private static String one() {
        StringBuilder code = new StringBuilder();
        for (byte random : Secret.bytes(16)) {
            code.append(LETTERS.charAt(random & 31));
            if (code.length() % 5 == 4 && code.length() < 19) {
                code.append('-');
            }
        }
        return code.toString();
    }

    /// As typed from paper: in any case, with or without hyphens, O for 0 and I or L for 1.
    static byte[] hash(UUID person, String typed) {
        String letters = Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replace('o', '0')
                .replace('i', '1')
                .replace('l', '1')
                .replaceAll("[^0-9a-z]", "");
        return Secret.sha256(person + " " + letters);
    }
}
