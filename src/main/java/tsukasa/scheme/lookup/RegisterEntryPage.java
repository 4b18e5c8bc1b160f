package tsukasa.scheme.lookup;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.page.Fact;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Moment;
import tsukasa.kernel.page.Page;
import tsukasa.kernel.page.Status;

/// One entry of the register, with what has happened to it.
///
/// @param sentence what it says today, in one sentence
public record RegisterEntryPage(
        Frame frame,
        String scheme,
        String schemeTitle,
        String number,
        String name,
        @Nullable String under,
        Status state,
        String sentence,
        List<Fact> facts,
        List<Moment> history,
        String json)
        implements Page {
    public RegisterEntryPage {
        facts = List.copyOf(facts);
        history = List.copyOf(history);
    }

    @Override
    public String title() {
        return name;
    }
}
