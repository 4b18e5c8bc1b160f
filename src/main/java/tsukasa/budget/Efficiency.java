package tsukasa.budget;

import java.util.List;
import java.util.Optional;
import tsukasa.identity.Visitor;
import tsukasa.plan.Plan;

/// 経費の効率化: how much less than the year before, after what the plan leaves out.
public interface Efficiency {
    /// One for each target of the year, in the order of its file.
    List<EfficiencyResult> of(Plan plan);

    /// All or nothing; figures that say the same as before are left as they are.
    Outcome enter(Plan plan, List<NewFigure> figures, Visitor by);

    /// @param item   `gross`, or the id of an exclusion
    /// @param seen   the version its author saw, 0 for none
    /// @param source where the figure stands, such as a table of the accounts
    record NewFigure(
            String target,
            EfficiencyResult.Year year,
            String item,
            long yen,
            int seen,
            String source,
            Optional<String> reason) {}

    sealed interface Outcome {
        record Done(int entered) implements Outcome {}

        /// No such target or item.
        record NotThere() implements Outcome {}

        /// A figure has a source; a changed one has a reason.
        record NoSource() implements Outcome {}

        record NoReason() implements Outcome {}

        record Changed() implements Outcome {}
    }
}
