package tsukasa.budget;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tsukasa.cycle.Period;
import tsukasa.identity.Visitor;
import tsukasa.plan.Plan;

/// Monthly execution of the budget. Nothing is overwritten: a correction is a new version.
public interface Execution {
    Executed of(Plan plan);

    /// The latest version of each line of a month.
    Map<String, AmountVersion> month(Plan plan, YearMonth month);

    /// All versions of one line and month, the first thing first.
    List<AmountVersion> history(Plan plan, String line, YearMonth month);

    /// The closed period that holds this month, if any.
    Optional<Period> closed(Plan plan, YearMonth month);

    /// What would be refused, without entering anything.
    List<EntryOutcome.Fault> check(Plan plan, List<NewAmount> amounts);

    /// All or nothing.
    ///
    /// @param file where they were read from, if not typed
    EntryOutcome enter(Plan plan, List<NewAmount> amounts, Optional<SourceFile> file, Visitor by);

    /// A file that is kept as the source of its amounts.
    record SourceFile(long id, String name, String sha256) {}
}
