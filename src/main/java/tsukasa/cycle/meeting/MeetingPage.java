package tsukasa.cycle.meeting;

import java.util.List;
import tsukasa.cycle.ActionLine;
import tsukasa.kernel.page.AttachedFile;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Fact;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Moment;
import tsukasa.kernel.page.Option;
import tsukasa.kernel.page.Page;
import tsukasa.kernel.page.Status;

/// One meeting: agenda, what was said and decided, and the actions that came of it.
public record MeetingPage(
        Frame frame,
        String address,
        String heading,
        Status state,
        String word,
        List<Fact> facts,
        List<Item> agenda,
        List<ActionLine> actions,
        boolean mayChange,
        boolean mayCancel,
        int read,
        String papersId,
        List<AttachedFile> papers,
        List<Option> departments,
        List<Option> owners,
        NewAction action,
        List<Moment> moments,
        Errors errors,
        int answer)
        implements Page {
    /// @param paperAddress empty where the paper is not an address of this platform
    public record Item(int number, String title, String paper, String paperAddress, String said, String decision) {}

    /// As typed.
    public record NewAction(String title, String department, String owner, String due) {}

    @Override
    public String title() {
        return errors.isEmpty() ? heading : frame.say("エラー：", "Error: ") + heading;
    }

    @Override
    public int status() {
        return answer;
    }
}
