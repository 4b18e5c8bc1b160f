package tsukasa.enrichment;

import java.util.List;
import java.util.function.UnaryOperator;
import tsukasa.identity.Visitor;
import tsukasa.kernel.Text;

/// What waits in the queue by its filters, for whoever changes many at once.
public interface WaitingEntries {
    /// So many are changed at once at most.
    int MOST = 1_000;

    /// @param numbers the first of them, in the order of the queue, at most [#MOST]
    /// @param total   how many wait by these filters
    /// @param filters what they are, in words; empty where there are none
    record All(List<String> numbers, long total, List<Text> filters) {
        public All {
            numbers = List.copyOf(numbers);
            filters = List.copyOf(filters);
        }
    }

    /// @param parameters of the address of the queue; an empty text where one is not there
    All all(UnaryOperator<String> parameters, Visitor visitor);
}
