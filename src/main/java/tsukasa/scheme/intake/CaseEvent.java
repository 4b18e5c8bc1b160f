package tsukasa.scheme.intake;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// 経過: one thing that happened to a case. Its hash covers what it says and the hash before it.
///
/// @param payload JSON
record CaseEvent(
        long caseId,
        int seq,
        String kind,
        @Nullable String fromLevel,
        @Nullable String toLevel,
        LocalDate occurredOn,
        Instant recordedAt,
        String actor,
        String payload,
        byte @Nullable [] previous) {

    byte[] hash() {
        MessageDigest digest = sha256();
        if (previous != null) {
            digest.update(previous);
        }
        String said = String.join(
                "\n",
                Integer.toString(seq),
                kind,
                String.valueOf(fromLevel),
                String.valueOf(toLevel),
                occurredOn.toString(),
                Long.toString(micros(recordedAt)),
                actor,
                payload);
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(caseId).array());
        return digest.digest(said.getBytes(StandardCharsets.UTF_8));
    }

    /// As exact as the database keeps it.
    private static long micros(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), instant.getNano() / 1_000);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
