package tsukasa.plan;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Counts indicators from the rows that other modules publish, and shows those rows. Never changes anything: every
/// statement runs in a read-only transaction with a time limit.
public interface Counting {
    /// Each as it stands at this moment; what has not changed since it was counted last is not counted again.
    Map<CountRequest, Count> counts(Collection<CountRequest> requests);

    /// Counted anew whether or not anything changed, to measure or to check.
    Map<CountRequest, Count> recount(Collection<CountRequest> requests);

    default Count count(CountRequest request) {
        Count count = counts(List.of(request)).get(request);
        if (count == null) {
            throw new IllegalStateException("a request was left uncounted");
        }
        return count;
    }

    CountedRows rows(CountRequest request, RowSelection selection, long offset, int limit);

    /// Every row of the selection, one at a time, in flat memory.
    void stream(CountRequest request, RowSelection selection, Consumer<CountedRow> reader);

    /// Largest first.
    List<DimensionCount> byDimension(CountRequest request);

    RowFacts facts(CountRequest request);
}
