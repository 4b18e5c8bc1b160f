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
/// @param deeds  what may be done now, closed
/// @param open   the form of the deed that was chosen
/// @param checks what the platform has looked at by itself
/// @param handlers who handles it, and what may be done about that
/// @param others other cases of the same subject
/// @param note   the field for a note to colleagues
/// @param seal   whether the history is what it was
public record CasePage(
        Frame frame,
        String scheme,
        String schemeTitle,
        String number,
        String name,
        Status shape,
        String state,
        List<Deed> deeds,
        Handlers handlers,
        @Nullable Form open,
        List<Check> checks,
        List<Section> sections,
        List<Moment> history,
        Check seal,
        List<Other> others,
        Field note,
        Errors errors,
        @Nullable String publicPage)
        implements Page {
    public CasePage {
        deeds = List.copyOf(deeds);
        checks = List.copyOf(checks);
        sections = List.copyOf(sections);
        history = List.copyOf(history);
        others = List.copyOf(others);
    }

    public record Deed(String word, String address, boolean danger) {}

    /// @param take   where whoever looks at the page takes it; absent while somebody handles it
    /// @param closed that others of the department do not see it; absent where they do
    public record Handlers(
            List<Handler> present,
            @Nullable String take,
            List<Deed> deeds,
            @Nullable String closed) {
        public Handlers {
            present = List.copyOf(present);
            deeds = List.copyOf(deeds);
        }
    }

    /// @param lost    may no longer handle cases of the department, and does not see it
    /// @param removal where this one is relieved; absent where one may not
    public record Handler(
            String name,
            String since,
            boolean lost,
            @Nullable String removal) {}

    public record Form(
            String title, String sentence, String action, String button, boolean danger, List<Field> fields) {
        public Form {
            fields = List.copyOf(fields);
        }
    }

    public record Check(Status shape, String word, String what) {}

    /// @param small many short answers, told in a folded list
    public record Section(String title, List<Fact> facts, boolean small) {
        public Section {
            facts = List.copyOf(facts);
        }
    }

    public record Other(String number, String address, String level, String state, String day) {}

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
