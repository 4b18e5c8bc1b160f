package tsukasa.enrichment.register;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tsukasa.enrichment.register.RegisterPage.Compared;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Fact;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;
import tsukasa.kernel.page.Status;

/// Staff: one proposal to make one of two, or two of one.
///
/// @param compared what becomes of them; null once it is decided
/// @param undo     where merging that was agreed is undone; null where there is nothing to undo
public record MergerPage(
        Frame frame,
        String heading,
        String address,
        Status state,
        String word,
        String lead,
        List<Fact> facts,
        @Nullable Compared compared,
        int seenOne,
        int seenInto,
        boolean decides,
        boolean takesBack,
        @Nullable String undo,
        String answerTyped,
        Errors errors,
        int answer)
        implements Page {
    public MergerPage {
        facts = List.copyOf(facts);
    }

    @Override
    public String title() {
        return errors.isEmpty() ? heading : frame.say("エラー：", "Error: ") + heading;
    }

    @Override
    public int status() {
        return answer;
    }
}
