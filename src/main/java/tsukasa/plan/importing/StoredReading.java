package tsukasa.plan.importing;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// One text of a plan, as it was sent, without its bytes.
///
/// @param name    as it was given, for showing only
/// @param style   the numbering style that was asked for; empty: the one that fits best
/// @param title   the first words of the text
/// @param version how many corrections there are
record StoredReading(
        long number,
        String id,
        String name,
        String sha256,
        Optional<String> style,
        String title,
        Optional<Integer> year,
        int items,
        int indicators,
        int cells,
        int wrong,
        int doubts,
        UUID uploadedBy,
        String uploadedByName,
        Instant uploadedAt,
        int version,
        Optional<Acceptance> acceptance) {

    /// @param version what was accepted: the corrections up to this one
    record Acceptance(String plan, UUID by, String byName, Instant at, int version) {}
}
