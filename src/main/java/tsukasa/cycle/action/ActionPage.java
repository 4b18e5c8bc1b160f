package tsukasa.cycle.action;

import java.util.List;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Fact;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Moment;
import tsukasa.kernel.page.Page;
import tsukasa.kernel.page.Status;

/// One action, what became of it, and the form to say more.
///
/// @param read how many events the reader sees, sent back with the form
public record ActionPage(
        Frame frame,
        String address,
        String heading,
        Status state,
        String word,
        List<Fact> facts,
        List<Moment> moments,
        boolean mayFollow,
        String due,
        String note,
        String chosen,
        int read,
        Errors errors,
        int answer)
        implements Page {
    @Override
    public String title() {
        return errors.isEmpty() ? heading : frame.say("エラー：", "Error: ") + heading;
    }

    @Override
    public int status() {
        return answer;
    }
}
