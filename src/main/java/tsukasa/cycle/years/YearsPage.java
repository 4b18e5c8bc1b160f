package tsukasa.cycle.years;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;
import tsukasa.kernel.page.RowFault;

/// 過年度の値: what printed reports of earlier years say of each target and item, and entering it from a file.
///
/// @param years  the heads of the columns, the oldest first
/// @param rows   what was pasted and could not be read
/// @param report null before anything was sent
public record YearsPage(
        Frame frame,
        String base,
        String plan,
        String lead,
        List<String> years,
        List<Group> groups,
        boolean mayEnter,
        String rows,
        Errors errors,
        @Nullable Report report,
        int answer)
        implements Page {
    public record Group(String place, String title, List<Line> lines) {}

    public record Line(String id, String title, List<Cell> cells) {}

    /// A figure is no link itself: only counted ones are.
    ///
    /// @param text    the figure, or empty where there is none
    /// @param address where it is entered and corrected; null where a plan on the shelf has it, or nobody may
    /// @param link    the words of the link
    /// @param label   what it is about, for those who do not see the table
    public record Cell(String text, String detail, @Nullable String address, String link, String label) {}

    public record Report(
            long file,
            String name,
            String what,
            String summary,
            String digest,
            List<RowFault> faults,
            long faultLeft,
            int wrong,
            List<Good> good,
            int changing) {}

    public record Good(
            int row, String subject, String year, String before, String after, String source, String effect) {}

    @Override
    public String title() {
        String name = frame.say("過年度の値", "Figures of earlier years");
        return errors.isEmpty() ? name : frame.say("エラー：", "Error: ") + name;
    }

    @Override
    public int status() {
        return answer;
    }
}
