package tsukasa.budget.efficiency;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;
import tsukasa.kernel.page.Status;
import tsukasa.kernel.page.Tab;

/// Staff: the yearly cut of expenses, every step of the sum.
///
/// @param before the name of the year before
public record EfficiencyPage(
        Frame frame,
        String plan,
        String year,
        String before,
        List<Tab> views,
        String lead,
        String rule,
        List<Target> targets,
        boolean mayEnter,
        String reason,
        Errors errors,
        int answer)
        implements Page {
    /// @param place  where the plan says so
    /// @param sum    the sum in words and signs; null until it can be computed
    /// @param result as an exact fraction and in per cent
    public record Target(
            String id,
            String place,
            String placeAddress,
            String title,
            Status status,
            String word,
            String sentence,
            List<Row> rows,
            String netBefore,
            String netNow,
            @Nullable String sum,
            @Nullable String result,
            Side baseSource,
            Side currentSource,
            boolean anyEntered) {}

    /// @param sign ＋ for the whole, − for what is left out
    public record Row(String sign, String title, String meaning, Cell before, Cell now) {}

    /// @param shown   with commas; `－` where nothing was entered
    /// @param entered what stands in the field
    public record Cell(String field, int seen, String shown, String entered) {}

    /// @param who who entered the latest figure of the side, and when
    public record Side(String field, String source, String who) {}

    @Override
    public String title() {
        String name = frame.say("経費の効率化", "Cutting expenses");
        return errors.isEmpty() ? name : frame.say("エラー：", "Error: ") + name;
    }

    @Override
    public int status() {
        return answer;
    }
}
