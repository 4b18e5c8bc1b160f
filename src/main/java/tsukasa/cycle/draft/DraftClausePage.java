package tsukasa.cycle.draft;

import java.util.List;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Fact;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Moment;
import tsukasa.kernel.page.Option;
import tsukasa.kernel.page.Page;

/// One clause of a draft: what is known of it this year, and what is to become of it.
///
/// @param action  where the form goes
/// @param facts   what the base says and what this year shows
/// @param fates   choices; empty for a new clause, which is new
/// @param wheres  for a new clause: beside or below
/// @param read    revision the reader sees
/// @param leads   addresses of forms for a clause beside and below this one; empty where none can be added
public record DraftClausePage(
        Frame frame,
        DraftPage.Head head,
        String heading,
        String place,
        String action,
        List<Fact> facts,
        List<Option> fates,
        List<Option> wheres,
        List<Option> levels,
        List<Option> departments,
        List<Option> issues,
        Typed typed,
        boolean mayWrite,
        String hindrance,
        int read,
        String leads,
        String before,
        String after,
        List<Moment> moments,
        Errors errors,
        int answer)
        implements Page {
    public record Typed(
            String fate,
            String where,
            String level,
            String titleJa,
            String titleEn,
            String department,
            String outcomeJa,
            String outcomeEn,
            String reason,
            List<String> issues) {
        public Typed {
            issues = List.copyOf(issues);
        }
    }

    @Override
    public String title() {
        return (errors.isEmpty() ? "" : frame.say("エラー：", "Error: ")) + heading;
    }

    @Override
    public int status() {
        return answer;
    }
}
