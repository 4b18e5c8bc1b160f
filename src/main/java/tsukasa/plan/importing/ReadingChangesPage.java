package tsukasa.plan.importing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.page.Comparison.Piece;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;

/// Staff: what differs from the version in force.
///
/// @param against what it is compared with; absent when there is nothing
public record ReadingChangesPage(
        Frame frame,
        ReadingPage.Head head,
        @Nullable String against,
        String sentence,
        List<Clause> clauses,
        List<Figure> targets,
        List<Figure> cells)
        implements Page {

    /// @param before the words in the earlier version, cut where both are the same
    public record Clause(
            String kind, Tone tone, String place, @Nullable String from, List<Piece> before, List<Piece> after) {}

    public enum Tone {
        ADDED,
        REMOVED,
        CHANGED
    }

    public record Figure(String where, String what, String before, String after) {}

    @Override
    public String title() {
        return head.id() + "　" + frame.say("前の版との違い", "Changes");
    }
}
