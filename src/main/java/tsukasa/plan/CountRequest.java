package tsukasa.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// What is to be counted, over which period, as of which day, and by whose knowledge.
///
/// @param from    first day of the period, for a flow
/// @param asOf    the day for which it is counted
/// @param knownAt only what was recorded by then counts; empty means everything that is recorded now
public record CountRequest(CountingQuery query, LocalDate from, LocalDate asOf, Optional<Instant> knownAt) {
    public static CountRequest now(Threshold threshold, LocalDate asOf) {
        return new CountRequest(threshold.query(), threshold.from(), asOf, Optional.empty());
    }

    public CountRequest asOf(LocalDate day) {
        return new CountRequest(query, from, day, knownAt);
    }
}
