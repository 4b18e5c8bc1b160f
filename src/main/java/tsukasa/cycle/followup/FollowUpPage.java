package tsukasa.cycle.followup;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tsukasa.cycle.ActionLine;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Fact;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Moment;
import tsukasa.kernel.page.Option;
import tsukasa.kernel.page.Page;

/// One measure at the end of the first half: what was reported in its months, what is said of it, and what is to be
/// done in the second half.
///
/// @param months  what was done, month by month, to write from
/// @param asked   the second half has something to do and no action says what
public record FollowUpPage(
        Frame frame,
        String address,
        String back,
        String department,
        String place,
        String heading,
        List<Fact> facts,
        List<Fact> months,
        @Nullable String early,
        boolean mayWrite,
        String progress,
        String outlook,
        String words,
        String outcome,
        int read,
        boolean asked,
        List<Option> owners,
        NewAction action,
        List<ActionLine> actions,
        List<Moment> moments,
        Errors errors,
        int answer)
        implements Page {
    /// As typed.
    public record NewAction(String title, String owner, String due) {}

    @Override
    public String title() {
        return errors.isEmpty() ? heading : frame.say("エラー：", "Error: ") + heading;
    }

    @Override
    public int status() {
        return answer;
    }
}
