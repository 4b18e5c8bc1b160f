package tsukasa.plan;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One row a number was counted from.
///
/// @param dimension what it can be broken down by, such as a prefecture's JIS X 0401 code
/// @param link      the record on this platform
/// @param passed    how many counting steps it got through
public record CountedRow(
        String id,
        @Nullable String subject,
        @Nullable LocalDate occurredOn,
        @Nullable String dimension,
        long amount,
        @Nullable Long denominator,
        @Nullable String link,
        int passed,
        @Nullable Instant recordedAt) {}
