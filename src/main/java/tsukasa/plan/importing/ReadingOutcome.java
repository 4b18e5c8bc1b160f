package tsukasa.plan.importing;

import java.util.List;
import tsukasa.kernel.Text;
import tsukasa.plan.PackageProblem;

/// How something done to a reading can end.
sealed interface ReadingOutcome {
    /// @param id the reading
    record Done(String id) implements ReadingOutcome {}

    /// The same text is there already.
    record Known(String id) implements ReadingOutcome {}

    /// @param field of the form; empty when the whole is meant
    record Refused(String field, Text why) implements ReadingOutcome {}

    /// Somebody else changed it since the page was opened.
    record Conflict() implements ReadingOutcome {}

    /// What was read makes no package.
    record Unfit(List<PackageProblem> problems) implements ReadingOutcome {
        public Unfit {
            problems = List.copyOf(problems);
        }
    }
}
