package tsukasa.cycle;

import java.util.List;
import tsukasa.identity.Visitor;
import tsukasa.kernel.FiscalYear;
import tsukasa.plan.Plan;

/// 経年の値: what evaluated items reached and cost in the years before a plan's. Where the plan of a year is on the shelf,
/// its closed figures are used; else what its printed report says, entered by a planner.
public interface PastYears {
    /// One for each sheet, in their order.
    List<ItemYears> of(List<ItemSheet> sheets);

    /// What was entered and holds, also where a plan on the shelf has taken its place.
    List<PastFigure> entered(Plan plan);

    /// Every version, the first one first.
    List<PastFigure> history(Plan plan, String subject, FiscalYear year);

    /// All of them or none.
    CycleOutcome enter(Plan plan, List<PastFigure.Entry> entries, Visitor by);
}
