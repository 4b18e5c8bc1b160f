package tsukasa.plan.money;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tsukasa.plan.MoneyTable;
import tsukasa.plan.MoneyTable.Cell;
import tsukasa.plan.money.IdentityRules.Row;

/// The cells in which other tables print the same figure again.
final class Witnesses {
    private final Map<CellRef, List<Long>> repeats = new HashMap<>();

    Witnesses(IdentityRules rules, List<MoneyTable> tables) {
        Map<String, List<MoneyTable>> byAccount = new HashMap<>();
        tables.forEach(t ->
                byAccount.computeIfAbsent(t.account(), a -> new ArrayList<>()).add(t));
        for (List<MoneyTable> account : byAccount.values()) {
            for (List<Row> group : rules.repeats()) {
                account.stream()
                        .flatMap(t -> t.columns().stream())
                        .map(MoneyTable.Column::code)
                        .distinct()
                        .forEach(column -> add(group, account, column));
            }
        }
    }

    private void add(List<Row> group, List<MoneyTable> account, String column) {
        Map<CellRef, Long> printed = new HashMap<>();
        for (Row row : group) {
            for (MoneyTable table : account) {
                if (table.kind() == row.kind()) {
                    table.cell(row.code(), column)
                            .filter(c -> !(c instanceof Cell.Blank))
                            .ifPresent(c -> printed.put(new CellRef(table.id(), row.code(), column), c.amount()));
                }
            }
        }
        printed.forEach((cell, own) -> printed.forEach((other, amount) -> {
            if (!other.equals(cell)) {
                repeats.computeIfAbsent(cell, c -> new ArrayList<>()).add(amount);
            }
        }));
    }

    List<Long> amounts(CellRef cell) {
        return repeats.getOrDefault(cell, List.of());
    }

    /// How many more repeats agree with the cell when it reads `after` instead of `before`.
    int gain(CellRef cell, long before, long after) {
        List<Long> amounts = amounts(cell);
        return (int) (amounts.stream().filter(a -> a == after).count()
                - amounts.stream().filter(a -> a == before).count());
    }
}
