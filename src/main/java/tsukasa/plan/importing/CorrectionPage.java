package tsukasa.plan.importing;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Field;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;

/// Staff: put one thing of a reading right, its lines of the text in view.
///
/// @param hidden   what is corrected, and from which version
/// @param conflict what somebody else did meanwhile
public record CorrectionPage(
        Frame frame,
        ReadingPage.Head head,
        String what,
        List<ReadingPage.Line> lines,
        List<Field> fields,
        Map<String, String> hidden,
        String back,
        @Nullable String conflict,
        Errors errors)
        implements Page {
    @Override
    public String title() {
        return errors.isEmpty() ? what : frame.say("エラー：", "Error: ") + what;
    }

    @Override
    public int status() {
        return conflict != null ? 409 : errors.isEmpty() ? 200 : 422;
    }
}
