package tsukasa.scheme.form;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import tsukasa.kernel.Sha256;

/// The secret in an address: 128 random bits in 22 letters. Whoever has it may go on; we keep only its hash.
record Secret(String text) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{22}");

    static Secret fresh() {
        byte[] bits = new byte[16];
        RANDOM.nextBytes(bits);
        return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }

    static Optional<Secret> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new Secret(text)) : Optional.empty();
    }

    /// What is stored: it finds the row, and opens nothing.
    byte[] hash() {
        return Sha256.of(text);
    }

    @Override
    public String toString() {
        return "a secret";
    }
}
