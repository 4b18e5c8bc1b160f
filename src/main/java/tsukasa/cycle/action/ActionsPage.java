package tsukasa.cycle.action;

import java.util.List;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;
import tsukasa.kernel.page.Status;
import tsukasa.kernel.page.Tab;

/// What was promised: the reader's own, all that is open, what is overdue, or everything.
public record ActionsPage(Frame frame, String plan, String lead, List<Tab> tabs, List<Line> lines) implements Page {
    public record Line(
            String title, String address, String origin, String who, String due, Status status, String word) {}

    @Override
    public String title() {
        return frame.say("取組", "Actions");
    }
}
