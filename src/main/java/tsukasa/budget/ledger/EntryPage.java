package tsukasa.budget.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;

/// Staff: the amounts of one month, line by line.
///
/// @param closed   why nothing can be changed, if so
/// @param reason   as it was sent
public record EntryPage(
        Frame frame,
        String plan,
        String year,
        String month,
        String monthTitle,
        String sentence,
        @Nullable String closed,
        boolean mayEnter,
        List<Group> groups,
        boolean anyEntered,
        String reason,
        Errors errors,
        int answer)
        implements Page {
    /// @param unplanned without a budget and without an amount: folded away
    public record Group(String title, List<Line> lines, List<Line> unplanned) {}

    /// @param field   the name of its field
    /// @param seen    the version it shows
    /// @param entered what is in the field
    /// @param budget  of the whole year, in millions of yen
    /// @param who     who entered the latest version and when; null when nobody did
    public record Line(
            String field,
            String key,
            String name,
            int seen,
            String entered,
            String budget,
            @Nullable String who,
            int versions,
            @Nullable String error) {}

    @Override
    public String title() {
        String name = frame.say(monthTitle + "の執行額", "Execution of " + monthTitle);
        return errors.isEmpty() ? name : frame.say("エラー：", "Error: ") + name;
    }

    @Override
    public int status() {
        return answer;
    }
}
