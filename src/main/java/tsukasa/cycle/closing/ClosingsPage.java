package tsukasa.cycle.closing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;
import tsukasa.kernel.page.Status;
import tsukasa.kernel.page.Tab;

/// Staff: the periods of a plan, and how each stands.
///
/// @param plans one tab for each plan, none where there is only one
/// @param next  what is to be done next, in one sentence
public record ClosingsPage(Frame frame, String plan, List<Tab> plans, String next, List<Line> lines) implements Page {
    /// @param status  none while the period runs
    /// @param word    how it stands
    /// @param detail  by whom and when, or until when it runs
    /// @param address its page, none while it runs
    public record Line(
            String title,
            String last,
            @Nullable Status status,
            String word,
            String detail,
            @Nullable String address) {}

    @Override
    public String title() {
        return frame.say("期間の締め", "Closing periods");
    }
}
