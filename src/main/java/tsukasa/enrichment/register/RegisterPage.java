package tsukasa.enrichment.register;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Fact;
import tsukasa.kernel.page.Field;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;

/// Staff: one vendor or product: its names, and what it is one with.
///
/// @param into    what it is merged into; null where it stands by itself
/// @param waiting what is proposed about it and not decided yet
/// @param target  what it is proposed to be merged into; null where nothing is chosen
public record RegisterPage(
        Frame frame,
        String heading,
        String address,
        List<Fact> facts,
        List<Field> names,
        int seen,
        @Nullable Link into,
        List<Link> merged,
        String search,
        List<Link> found,
        List<Link> waiting,
        @Nullable Link target,
        Optional<Compared> preview,
        String reason,
        Errors errors,
        int answer)
        implements Page {
    public RegisterPage {
        facts = List.copyOf(facts);
        names = List.copyOf(names);
        merged = List.copyOf(merged);
        found = List.copyOf(found);
        waiting = List.copyOf(waiting);
    }

    public record Link(long id, String name, String detail, String address) {}

    /// Two, part by part, and what they are together.
    ///
    /// @param merge whether they become one; otherwise each stays as it is by itself
    public record Compared(String one, String into, boolean merge, List<Row> rows) {
        public Compared {
            rows = List.copyOf(rows);
        }

        public record Row(String part, String one, String into, String after) {}
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
