package tsukasa.cycle.issue;

import java.util.List;
import tsukasa.kernel.page.Chip;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;
import tsukasa.kernel.page.Status;
import tsukasa.kernel.page.Tab;

/// The issues an evaluation of one year raised.
public record IssuesPage(
        Frame frame, List<Tab> years, String lead, List<Chip> chips, boolean mayRaise, List<Line> lines)
        implements Page {
    /// @param clause the place of a later plan that answers it, with its address
    public record Line(
            String place,
            String text,
            String address,
            String by,
            String department,
            Status status,
            String word,
            String clause,
            String clauseAddress) {}

    @Override
    public String title() {
        return frame.say("課題", "Issues");
    }
}
