package tsukasa.plan;

import java.util.Optional;

/// What the rows of a count say about their own quality.
///
/// @param incomplete rows without subject or date
/// @param repeated   rows beyond the first of the same subject
/// @param delayDays    median of days from the event to its record
/// @param longestDelay the longest of them
public record RowFacts(
        long rows, long incomplete, long repeated, Optional<Integer> delayDays, Optional<Integer> longestDelay) {}
