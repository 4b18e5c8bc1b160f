package tsukasa.budget;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;
import java.util.UUID;

/// What stood in one line and month from a moment on, and who said so and why. The latest holds; all are kept.
///
/// @param yen  empty: taken back
/// @param file the name of the file it came from
public record AmountVersion(
        String line,
        YearMonth month,
        int version,
        Optional<Long> yen,
        Optional<String> reason,
        Optional<String> file,
        Instant at,
        UUID by,
        String byName) {}
