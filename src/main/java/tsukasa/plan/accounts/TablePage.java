package tsukasa.plan.accounts;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;
import tsukasa.kernel.page.Status;
import tsukasa.kernel.page.Tab;

/// One money table as a reader of accounts expects it.
public record TablePage(
        Frame frame,
        String plan,
        String planTitle,
        String id,
        String name,
        String period,
        List<Tab> kinds,
        List<Tab> accounts,
        List<Column> columns,
        List<Row> rows,
        List<Note> notes,
        List<String> remarks,
        String sentence,
        List<Check> checks)
        implements Page {

    /// @param total set in bold: the sum of the others
    public record Column(String title, boolean total) {}

    /// @param depth 0 for a heading or total, 1 and 2 for what stands indented below it
    /// @param head  a heading without any value
    public record Row(String label, int depth, boolean head, boolean total, List<Cell> cells) {
        /// Stands above a side of the table and has no cells of its own.
        static Row heading(String label) {
            return new Row(label, 0, true, false, List.of());
        }
    }

    /// @param mark the number of its rounding note
    public record Cell(
            String text,
            boolean nil,
            boolean total,
            @Nullable Integer mark) {}

    public record Note(int mark, String text, String difference) {}

    public record Check(String scope, String rule, String column, String stated, String computed, Status status) {}

    @Override
    public String title() {
        return name;
    }
}
