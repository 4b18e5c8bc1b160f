package tsukasa.cycle.meeting;

import java.util.List;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Option;
import tsukasa.kernel.page.Page;

/// Calling a meeting, changing it, and writing its minutes: one form, since one leads to the next.
///
/// @param action where it is sent
/// @param known  it has been called already
public record MeetingFormPage(
        Frame frame, String action, boolean known, List<Option> bodies, Typed typed, Errors errors, int answer)
        implements Page {
    /// As typed.
    public record Typed(
            String body, String title, String heldOn, String place, String attendees, String read, List<Row> agenda) {}

    public record Row(String title, String paper, String said, String decision) {
        static final Row NONE = new Row("", "", "", "");

        boolean blank() {
            return (title + paper + said + decision).isBlank();
        }
    }

    @Override
    public String title() {
        String what = known
                ? frame.say("会議を変更する・議事を書く", "Change the meeting, write minutes")
                : frame.say("会議を招集する", "Call a meeting");
        return errors.isEmpty() ? what : frame.say("エラー：", "Error: ") + what;
    }

    @Override
    public int status() {
        return answer;
    }
}
