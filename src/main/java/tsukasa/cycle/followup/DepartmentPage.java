package tsukasa.cycle.followup;

import java.util.List;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;
import tsukasa.kernel.page.Status;

/// What one department says of its measures at the end of the first half.
public record DepartmentPage(Frame frame, String back, String department, String lead, List<Line> lines)
        implements Page {
    public record Line(
            String place,
            String title,
            String address,
            Status status,
            String progress,
            String outlook,
            String words,
            String actions) {}

    @Override
    public String title() {
        return department;
    }
}
