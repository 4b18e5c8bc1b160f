package tsukasa.identity.passkey;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.Text;

/// A credential of a person, as kept.
///
/// @param attested  AAGUID, id and public key in the form of WebAuthn §6.5.1
/// @param signCount how often the authenticator says it has signed; 0 for those that do not count
/// @param eligible  may be copied to the person's other devices by its maker's service
/// @param lockedAt  since when it is refused, because a copy was used
record Passkey(
        UUID id,
        UUID person,
        byte[] credentialId,
        byte[] attested,
        UUID aaguid,
        long signCount,
        List<String> transports,
        boolean eligible,
        boolean backedUp,
        String name,
        Instant createdAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant lockedAt) {
    Passkey {
        transports = List.copyOf(transports);
    }

    boolean locked() {
        return lockedAt != null;
    }

    /// What kind of thing holds it.
    Text kind() {
        if (eligible) {
            return Text.of("端末間で同期されるパスキー", "Synced between devices");
        }
        if (transports.contains("internal")) {
            return Text.of("この端末だけのパスキー", "On one device only");
        }
        return transports.stream().anyMatch(List.of("usb", "nfc", "ble", "smart-card")::contains)
                ? Text.of("セキュリティキー", "Security key")
                : Text.of("1つの機器だけのパスキー", "On one authenticator only");
    }
}
