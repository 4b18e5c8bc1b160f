package tsukasa.identity;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import tsukasa.kernel.Sha256;

/// 256 random bits as 43 letters, for an address or a cookie. Only its hash is ever stored.
public record Secret(String text) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    public static Secret fresh() {
        return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(32)));
    }

    public static Optional<Secret> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new Secret(text)) : Optional.empty();
    }

    /// What is stored: it finds what the secret opens, and makes no secret.
    public byte[] hash() {
        return sha256(text);
    }

    public static byte[] bytes(int howMany) {
        byte[] bytes = new byte[howMany];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    public static byte[] sha256(String text) {
        return Sha256.of(text);
    }

    @Override
    public String toString() {
        return "a secret";
    }
}
