package tsukasa.cycle.reporting;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;
import tsukasa.kernel.page.Tab;

/// Who has reported: a row for each department, a column for each month.
///
/// @param lead  the month that is being reported, and how far it is
/// @param sums  how many measures are reported in each month, all departments together
public record MatrixPage(
        Frame frame, String plan, String base, List<Tab> plans, String lead, List<String> months, List<Row> rows)
        implements Page {
    /// @param mine a department the reader answers for
    public record Row(String department, int measures, boolean mine, List<Cell> cells) {}

    /// @param share   0 to 4 quarters of its measures, for the shade; the figure says it exactly
    /// @param address none for a month that has not begun
    public record Cell(
            String month,
            String figure,
            int share,
            boolean late,
            @Nullable String address,
            String label) {}

    @Override
    public String title() {
        return frame.say("月次報告", "Monthly reports");
    }
}
