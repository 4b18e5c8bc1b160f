package tsukasa.cycle.draft;

import java.util.List;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;

/// Targets of a draft beside this year's target and result.
///
/// @param edited the threshold whose form is open; empty for none
public record DraftTargetsPage(
        Frame frame, DraftPage.Head head, List<Line> lines, boolean mayWrite, String edited, Errors errors, int answer)
        implements Page {
    /// @param now   this year's target
    /// @param value how far it has come
    /// @param next  the target of the draft as it is typed, `70000` or `66.6`
    /// @param unit  社, %
    public record Line(
            String threshold,
            String title,
            String now,
            String value,
            String link,
            String shown,
            boolean changed,
            String next,
            String unit,
            String reason,
            int read) {}

    @Override
    public String title() {
        return head.heading() + "　" + frame.say("目標", "Targets");
    }

    @Override
    public int status() {
        return answer;
    }
}
