package tsukasa.plan.importing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.page.Chip;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Fact;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;
import tsukasa.kernel.page.Status;
import tsukasa.kernel.page.Tab;

/// Staff: the tree of a reading beside the text it was read from.
///
/// @param parts  the sections, of which one is shown
/// @param whole  doubts about the text as a whole
/// @param first  where the first open doubt stands
public record ReadingPage(
        Frame frame,
        Head head,
        List<Chip> filters,
        List<Tab> parts,
        List<Mark> whole,
        @Nullable String first,
        List<Row> rows,
        Errors errors,
        int status)
        implements Page {

    /// What stands above every view of one reading.
    ///
    /// @param sentence   how it stands, in words
    /// @param hindrance  why this person cannot accept it now
    /// @param left       how many doubts and wrong figures are left; acceptance asks about them
    /// @param undo       what undoing would take back
    /// @param plan       the address of the accepted plan
    /// @param replaces   the plan whose place it will take
    public record Head(
            String id,
            String address,
            String title,
            Status status,
            String word,
            String sentence,
            List<Fact> facts,
            List<Tab> tabs,
            int version,
            boolean open,
            boolean mayAccept,
            @Nullable String hindrance,
            int left,
            @Nullable String undo,
            @Nullable String plan,
            @Nullable String replaces,
            boolean yearKnown,
            List<String> unapplied) {}

    /// @param kind  章, 項目, 指標, 表 …
    /// @param edit  where to put it right; absent for a table or an accepted reading
    public record Row(
            String anchor,
            String place,
            int depth,
            String kind,
            String title,
            @Nullable String repeats,
            @Nullable String edit,
            @Nullable String more,
            List<Line> lines) {}

    /// @param marks what is doubtful about the line
    public record Line(int number, String text, List<Mark> marks) {}

    /// @param settled by whom and with which note; absent while it is open
    /// @param next    the address of the next open doubt
    public record Mark(
            String key,
            String kind,
            String what,
            @Nullable String settled,
            @Nullable String previous,
            @Nullable String next) {}

    @Override
    public String title() {
        return head.id() + "　" + head.title();
    }
}
