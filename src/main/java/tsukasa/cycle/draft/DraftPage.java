package tsukasa.cycle.draft;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.chart.Progress;
import tsukasa.kernel.page.Chip;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Field;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;
import tsukasa.kernel.page.Status;
import tsukasa.kernel.page.Tab;

/// The clauses of a draft.
///
/// @param keep what is kept at once, the undecided ones among those shown; null where there is nothing or no permission
public record DraftPage(
        Frame frame,
        Head head,
        List<Field> filters,
        List<Chip> chips,
        String found,
        List<Line> lines,
        @Nullable Keeping keep,
        Errors errors,
        int answer)
        implements Page {
    /// What stands above every page of a draft.
    ///
    /// @param progress how many clauses are decided; null for an amendment, in which all are from the beginning
    public record Head(
            String address,
            String heading,
            String kind,
            Status state,
            String word,
            String lead,
            @Nullable Progress progress,
            List<Tab> tabs) {
        public Head {
            tabs = List.copyOf(tabs);
        }
    }

    /// @param place where it will stand, or where it stood when it is dropped
    /// @param was   its place in the base, where that differs
    public record Line(
            long id,
            String place,
            String was,
            int depth,
            boolean heading,
            String title,
            String address,
            String department,
            Status status,
            String fate,
            int issues) {}

    public record Keeping(String words, List<Long> clauses) {}

    @Override
    public String title() {
        return head.heading() + "　" + head.kind();
    }

    @Override
    public int status() {
        return answer;
    }
}
