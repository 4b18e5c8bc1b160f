package tsukasa.scheme.intake;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tsukasa.kernel.Sha256;

/// 経過: one thing that happened to a case. Its hash covers what it says and the hash before it.
///
/// @param payload JSON; written in one way only, so that what the database gives back has the same hash
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
    private static final JsonMapper CANONICAL = JsonMapper.builder()
            .configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true)
            .build();

    CaseEvent {
        payload = CANONICAL.writeValueAsString(CANONICAL.readValue(payload, Object.class));
    }

    byte[] hash() {
        MessageDigest digest = Sha256.digest();
        if (previous != null) {
            digest.update(previous);
        }
        List<@Nullable Object> said =
                Arrays.asList(seq, kind, fromLevel, toLevel, occurredOn.toString(), micros(recordedAt), actor, payload);
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(caseId).array());
        return digest.digest(CANONICAL.writeValueAsBytes(said));
    }

    /// As exact as the database keeps it.
    private static long micros(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), instant.getNano() / 1_000);
    }
}
