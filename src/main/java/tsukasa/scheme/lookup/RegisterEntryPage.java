package tsukasa.scheme.lookup;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.page.Fact;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Moment;
import tsukasa.kernel.page.Page;
import tsukasa.kernel.page.Status;
import tsukasa.scheme.Scheme;

/// One entry of the register, with what has happened to it.
///
/// @param sentence what it says today, in one sentence
public record RegisterEntryPage(
        Frame frame,
        Scheme scheme,
        String number,
        String name,
        @Nullable String under,
        Status state,
        String sentence,
        List<Fact> facts,
        List<Moment> history,
        List<Statement> statements,
        String json)
        implements Page {
    public RegisterEntryPage {
        facts = List.copyOf(facts);
        history = List.copyOf(history);
        statements = List.copyOf(statements);
    }

    public record Statement(
            String from, String to, String name, String level, String prefecture, String recorded, String until) {}

    @Override
    public String title() {
        return name;
    }
}
