package tsukasa.scheme.intake;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;

/// A secret for an address: 128 random bits, of which only the hash is kept.
final class Token {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Token() {}

    static String fresh() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static byte[] hash(String token) {
        return CaseEvent.sha256().digest(token.getBytes(StandardCharsets.UTF_8));
    }
}
