package tsukasa.plan.importing;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import tsukasa.plan.ReadingCorrection;

/// One event of a reading: a correction, or the undoing of one.
///
/// @param correction empty for an undoing
/// @param undoes     the sequence of the correction that it takes back
record StoredCorrection(
        int sequence,
        Optional<ReadingCorrection> correction,
        Optional<Integer> undoes,
        String note,
        UUID by,
        String byName,
        Instant at) {}
