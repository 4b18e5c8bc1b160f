package tsukasa.plan;

import java.util.List;
import tsukasa.kernel.Text;

/// How reading a text can end.
public sealed interface ReadingResult {
    /// The text is a plan. Nothing of it is lost: what was not understood stands in the document and among the doubts.
    record Read(PlanDocument document, List<FoundIndicator> indicators, List<MoneyTable> tables, List<Doubt> doubts)
            implements ReadingResult {
        public Read {
            indicators = List.copyOf(indicators);
            tables = List.copyOf(tables);
            doubts = List.copyOf(doubts);
        }
    }

    /// @param reason what is wrong and what to do
    /// @param line   where it was noticed, counted from 1; 0 for the text as a whole
    record Refused(Text reason, int line) implements ReadingResult {}
}
