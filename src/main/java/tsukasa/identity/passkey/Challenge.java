package tsukasa.identity.passkey;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// 256 random bits that an authenticator must sign.
///
/// @param person who is asked; absent when that is what the answer will tell
record Challenge(byte[] bits, Purpose purpose, @Nullable UUID person) {
    enum Purpose {
        SIGN_IN,
        PROVE_AGAIN,
        ADD
    }
}
