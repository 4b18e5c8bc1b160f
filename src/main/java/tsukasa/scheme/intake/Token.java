package tsukasa.scheme.intake;

import java.security.SecureRandom;
import java.util.Base64;
import tsukasa.kernel.Sha256;

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
        return Sha256.of(token);
    }
}
