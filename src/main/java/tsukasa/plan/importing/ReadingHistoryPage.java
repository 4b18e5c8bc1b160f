package tsukasa.plan.importing;

import java.util.List;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Moment;
import tsukasa.kernel.page.Page;

/// Staff: who did what to a reading, newest first.
public record ReadingHistoryPage(Frame frame, ReadingPage.Head head, List<Moment> moments) implements Page {
    @Override
    public String title() {
        return head.id() + "　" + frame.say("履歴", "History");
    }
}
