package tsukasa.cycle.draft;

import java.util.List;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;
import tsukasa.kernel.page.Status;

/// The money tables of a draft, and one of them to write in.
///
/// @param table   the number of the one that is open; empty on the list
/// @param checks  sums that do not come out, in words; as they stand or as they were just typed
public record DraftTablePage(
        Frame frame,
        DraftPage.Head head,
        List<Line> tables,
        String table,
        String heading,
        List<String> columns,
        List<Row> rows,
        String sums,
        List<String> checks,
        int read,
        boolean mayWrite,
        Errors errors,
        int answer)
        implements Page {
    public record Line(String id, String title, String address, Status status, String word) {}

    /// @param first number of its first cell in the table
    public record Row(String label, int depth, int first, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /// @param before the figure of the base, `1,234` or `－`
    public record Cell(String typed, String before, boolean changed, boolean blank, String label) {}

    @Override
    public String title() {
        return head.heading() + "　" + (table.isEmpty() ? frame.say("金額の表", "Money tables") : heading);
    }

    @Override
    public int status() {
        return answer;
    }
}
