package tsukasa.budget.ledger;

import java.util.List;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;

/// Staff: every version of one amount, the latest first.
public record HistoryPage(
        Frame frame, String plan, String month, String monthTitle, String line, List<Version> versions)
        implements Page {
    public record Version(int number, String yen, String when, String who, String reason, String file) {}

    @Override
    public String title() {
        return frame.say("記録の経過", "History of an amount");
    }
}
