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
/// @param into what it is merged into; null where it stands by itself
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
        Optional<Preview> preview,
        Errors errors,
        int answer)
        implements Page {
    public RegisterPage {
        facts = List.copyOf(facts);
        names = List.copyOf(names);
        merged = List.copyOf(merged);
        found = List.copyOf(found);
    }

    public record Link(long id, String name, String detail, String address) {}

    /// What merging would move.
    public record Preview(long into, String sentence) {}

    @Override
    public String title() {
        return errors.isEmpty() ? heading : frame.say("エラー：", "Error: ") + heading;
    }

    @Override
    public int status() {
        return answer;
    }
}
