package tsukasa.cycle.draft;

import java.util.List;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Moment;
import tsukasa.kernel.page.Page;

/// How a draft becomes the plan.
///
/// @param left   what is missing before it can be submitted
/// @param plan   address of the plan it has become; empty before
/// @param read   how many events the reader sees
public record DraftApprovalPage(
        Frame frame,
        DraftPage.Head head,
        Typed typed,
        List<String> left,
        boolean mayDescribe,
        boolean maySubmit,
        boolean mayAdopt,
        String hindrance,
        String plan,
        int read,
        List<Moment> moments,
        Errors errors,
        int answer)
        implements Page {
    public record Typed(String titleJa, String titleEn, String reason) {}

    @Override
    public String title() {
        return (errors.isEmpty() ? "" : frame.say("エラー：", "Error: ")) + head.heading() + "　" + head.kind();
    }

    @Override
    public int status() {
        return answer;
    }
}
