package tsukasa.cycle;

import java.util.List;
import java.util.Optional;
import tsukasa.cycle.Evaluation.Kind;
import tsukasa.cycle.Evaluation.Words;
import tsukasa.identity.Visitor;
import tsukasa.plan.Place;
import tsukasa.plan.Plan;

/// Grades what a plan promised. The rules suggest; the agency says what it finds, a second person approves it; the
/// minister says the last word.
public interface Evaluations {
    /// One for each evaluated item in the plan's order, and the overall one last.
    List<ItemSheet> sheets(Plan plan);

    Optional<ItemSheet> sheet(Plan plan, Place section);

    /// Keeps a draft.
    ///
    /// @param read the revision the writer had before them, 0 for none: if another came since, nothing is written
    CycleOutcome write(Plan plan, Place section, Kind kind, Words words, int read, Visitor by);

    /// Asks for approval; of a minister's evaluation, makes it final.
    CycleOutcome submit(Plan plan, Place section, Kind kind, Words words, int read, Visitor by);

    /// By a second person, once the year is closed.
    CycleOutcome approve(Plan plan, Place section, int read, Visitor by);

    CycleOutcome giveBack(Plan plan, Place section, int read, String why, Visitor by);

    /// Opens what was final, also after a report went out with it.
    CycleOutcome reopen(Plan plan, Place section, Kind kind, int read, String why, Visitor by);
}
