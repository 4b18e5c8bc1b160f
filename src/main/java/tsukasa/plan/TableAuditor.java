package tsukasa.plan;

import java.util.List;

/// Recalculates the money tables of one plan, with the rounding of the plan in mind.
public interface TableAuditor {
    /// Every identity that the tables allow to be checked, in the order of the tables.
    List<TableCheck> check(List<MoneyTable> tables);

    /// The cells that explain the wrong checks, most likely first; empty when no check is wrong.
    List<SuspectCell> suspects(List<MoneyTable> tables);
}
