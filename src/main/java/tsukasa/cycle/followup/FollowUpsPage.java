package tsukasa.cycle.followup;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;
import tsukasa.kernel.page.Status;
import tsukasa.kernel.page.Tab;

/// The half-year follow-up of a plan: a line for each department, and last year's issues.
///
/// @param early why nothing can be written yet
public record FollowUpsPage(
        Frame frame,
        String id,
        String plan,
        List<Tab> plans,
        String lead,
        @Nullable String early,
        List<Line> lines,
        List<IssueLine> issues)
        implements Page {
    /// @param written measures said something about, `12／14`
    public record Line(
            String department,
            String address,
            boolean mine,
            String written,
            int behind,
            int atRisk,
            int open,
            int done) {}

    public record IssueLine(String place, String text, String address, String by, Status status, String word) {}

    @Override
    public String title() {
        return frame.say("上期フォローアップ", "Half-year follow-up");
    }
}
