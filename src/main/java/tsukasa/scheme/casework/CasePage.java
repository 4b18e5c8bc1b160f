package tsukasa.scheme.casework;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Fact;
import tsukasa.kernel.page.Field;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Moment;
import tsukasa.kernel.page.Page;
import tsukasa.kernel.page.Status;

/// One case with everything in it, and what staff may do about it.
///
/// @param corrections the form to put mistakes right, empty while it is closed
/// @param withdrawal  the form to withdraw, empty while it is closed
public record CasePage(
        Frame frame,
        String scheme,
        String schemeTitle,
        String number,
        String name,
        Status shape,
        String state,
        boolean standing,
        List<Fact> facts,
        List<Moment> history,
        List<Field> corrections,
        List<Field> withdrawal,
        Errors errors,
        @Nullable String publicPage)
        implements Page {
    public CasePage {
        facts = List.copyOf(facts);
        history = List.copyOf(history);
        corrections = List.copyOf(corrections);
        withdrawal = List.copyOf(withdrawal);
    }

    public String address() {
        return "/staff/" + scheme + "/cases/" + number;
    }

    @Override
    public int status() {
        return errors.isEmpty() ? 200 : 422;
    }

    @Override
    public String title() {
        return (errors.isEmpty() ? "" : frame.say("エラー：", "Error: ")) + name;
    }
}
