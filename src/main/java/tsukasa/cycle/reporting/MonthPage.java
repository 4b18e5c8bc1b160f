package tsukasa.cycle.reporting;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;
import tsukasa.kernel.page.Status;
import tsukasa.kernel.page.Tab;

/// The measures of a department in one month.
///
/// @param lead    how many are reported, and until when
/// @param mayTell this reader reports for the department and the month is open
/// @param locked  why nothing can be changed
public record MonthPage(
        Frame frame,
        String base,
        String matrix,
        String department,
        String lead,
        List<Tab> months,
        List<Line> lines,
        boolean mayTell,
        @Nullable String locked)
        implements Page {
    /// @param open nobody has begun it: it can be reported as not planned with others
    public record Line(
            String place,
            String slug,
            String title,
            String address,
            Status status,
            String word,
            String progress,
            String done,
            String detail,
            boolean open) {}

    public boolean anyOpen() {
        return mayTell && lines.stream().anyMatch(Line::open);
    }

    @Override
    public String title() {
        return department;
    }
}
