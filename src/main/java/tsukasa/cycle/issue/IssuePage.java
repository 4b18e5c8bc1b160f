package tsukasa.cycle.issue;

import java.util.List;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Fact;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Moment;
import tsukasa.kernel.page.Option;
import tsukasa.kernel.page.Page;
import tsukasa.kernel.page.Status;

/// One issue, from what was said to the clause that answers it.
///
/// @param read how many events the reader sees, sent back with the form
public record IssuePage(
        Frame frame,
        String address,
        String heading,
        Status state,
        String word,
        List<Fact> facts,
        boolean mayAnswer,
        List<Option> plans,
        Typed typed,
        int read,
        List<Moment> moments,
        Errors errors,
        int answer)
        implements Page {
    /// The answer as it stands, or as it was just typed.
    public record Typed(String state, String response, String change, String plan, String place) {}

    @Override
    public String title() {
        return (errors.isEmpty() ? "" : frame.say("エラー：", "Error: "))
                + frame.say("課題", "Issue ")
                + address.substring(address.lastIndexOf('/') + 1);
    }

    @Override
    public int status() {
        return answer;
    }
}
