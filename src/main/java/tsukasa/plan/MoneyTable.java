package tsukasa.plan;

import java.util.List;
import java.util.Optional;
import tsukasa.kernel.Text;

/// 別紙: one money table of the plan, in millions of yen, each cell rounded by itself.
///
/// @param id      the annex number without 別紙, `1-4`
/// @param account `total`, `exam`, `general` …; `total` marks the 総表 over all accounts
/// @param columns `value` for a table of one column, else the segments and `total`, in printed order
public record MoneyTable(
        String id, Kind kind, String account, Text title, List<Column> columns, List<Row> rows, List<Text> notes) {
    public MoneyTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        notes = List.copyOf(notes);
    }

    public enum Kind {
        /// 予算
        BUDGET,
        /// 収支計画
        INCOME,
        /// 資金計画
        CASH
    }

    public record Column(String code, Text title) {}

    /// @param code  `rev.grant`, `exp.total`, `cost.program`, `in.operating.grant` …, unique in its table
    /// @param label as printed, e.g. 運営費交付金
    /// @param depth 0 for a heading or total, 1 and 2 for what stands indented below it
    public record Row(String code, Text label, int depth, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    public sealed interface Cell {
        /// A printed figure; `０` is `Figure(0)`: something that rounds to zero.
        record Figure(long millions) implements Cell {}

        /// `－`: nothing planned. Not zero.
        record Nil() implements Cell {}

        /// A heading row for which the table prints no value at all.
        record Blank() implements Cell {}

        /// What the cell adds to a sum.
        default long amount() {
            return switch (this) {
                case Figure(long millions) -> millions;
                case Nil nil -> 0;
                case Blank blank -> 0;
            };
        }
    }

    public Optional<Row> row(String code) {
        return rows.stream().filter(r -> r.code().equals(code)).findFirst();
    }

    public int columnIndex(String code) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).code().equals(code)) {
                return i;
            }
        }
        return -1;
    }

    /// Empty where the table has no such row or column.
    public Optional<Cell> cell(String row, String column) {
        int index = columnIndex(column);
        return index < 0 ? Optional.empty() : row(row).map(r -> r.cells().get(index));
    }

    /// Cells with a printed value: figures and nils, not blanks.
    public long printedCells() {
        return rows.stream()
                .flatMap(r -> r.cells().stream())
                .filter(c -> !(c instanceof Cell.Blank))
                .count();
    }
}
