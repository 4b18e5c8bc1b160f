package tsukasa.plan.accounts;

import java.util.Optional;
import tsukasa.kernel.Text;
import tsukasa.plan.MoneyTable;
import tsukasa.plan.MoneyTable.Kind;
import tsukasa.plan.MoneyTable.Row;

/// 収入 and 支出: the two sides of a budget, which its tables do not always head. The other kinds print a total for a
/// head.
final class Sides {
    private Sides() {}

    static Optional<Text> of(Kind kind, String row) {
        if (kind != Kind.BUDGET) {
            return Optional.empty();
        }
        if (row.startsWith("rev.")) {
            return Optional.of(Text.of("収入", "Revenue"));
        }
        return row.startsWith("exp.") ? Optional.of(Text.of("支出", "Expenditure")) : Optional.empty();
    }

    /// The head to put above a row: where a side begins that the table does not head itself.
    static Optional<Text> above(MoneyTable table, Row row) {
        int index = table.rows().indexOf(row);
        Optional<Text> side = of(table.kind(), row.code());
        Optional<Text> before = index == 0
                ? Optional.empty()
                : of(table.kind(), table.rows().get(index - 1).code());
        return row.code().endsWith(".heading") || side.equals(before) ? Optional.empty() : side;
    }
}
