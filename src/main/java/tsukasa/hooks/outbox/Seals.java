package tsukasa.hooks.outbox;

import com.google.crypto.tink.Aead;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import tsukasa.hooks.HookSecret;
import tsukasa.hooks.HookTargetId;
import tsukasa.kernel.keys.KeyRing;
import tsukasa.kernel.keys.KeysUnavailable;

/// Seals what signs for a target; a sealed secret opens for its own target only.
final class Seals {
    private final KeyRing<Aead> ring;

    Seals(Path file) {
        this.ring = KeyRing.forPieces("webhooks", file);
    }

    boolean there() {
        return ring.there();
    }

    void make() {
        try {
            ring.make();
        } catch (KeysUnavailable e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    byte[] seal(HookTargetId target, HookSecret secret) {
        try {
            return cipher().encrypt(secret.text().getBytes(StandardCharsets.US_ASCII), purpose(target));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a secret of webhooks cannot be sealed", e);
        }
    }

    HookSecret open(HookTargetId target, byte[] sealed) {
        try {
            return new HookSecret(new String(cipher().decrypt(sealed, purpose(target)), StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the secret of the webhook target " + target + " does not open", e);
        }
    }

    private static byte[] purpose(HookTargetId target) {
        return ("tsukasa hook 1 " + target).getBytes(StandardCharsets.US_ASCII);
    }

    private Aead cipher() {
        try {
            return ring.keys().cipher();
        } catch (KeysUnavailable e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }
}
