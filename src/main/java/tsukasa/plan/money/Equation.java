package tsukasa.plan.money;

import java.util.List;
import tsukasa.plan.TableCheck;

/// One identity with the cells it ties together.
///
/// @param total the stated side; its row may be absent from the table and then counts as nothing
record Equation(TableCheck.Scope scope, CellRef total, long stated, List<Term> parts, String rule) {
    /// One cell on the computed side.
    record Term(CellRef cell, int sign, long amount) {}

    long computed() {
        return parts.stream().mapToLong(p -> p.sign() * p.amount()).sum();
    }

    int nonZeroParts() {
        return (int) parts.stream().filter(p -> p.amount() != 0).count();
    }

    TableCheck check() {
        return new TableCheck(
                scope, total.table(), total.row(), total.column(), rule, stated, computed(), nonZeroParts());
    }

    /// How far `stated − computed` moves when the cell grows by one; 0 when the cell does not take part.
    int weight(CellRef cell) {
        int weight = cell.equals(total) ? 1 : 0;
        for (Term part : parts) {
            if (part.cell().equals(cell)) {
                weight -= part.sign();
            }
        }
        return weight;
    }
}
