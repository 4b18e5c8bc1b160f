package tsukasa.budget.overview;

import gg.jte.Content;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;
import tsukasa.kernel.page.Status;

/// A section of the plan: what it costs, beside what it reaches.
public record SectionPage(
        Frame frame,
        String plan,
        String planTitle,
        String place,
        String placeAddress,
        String name,
        String lead,
        String asOf,
        List<Payer> payers,
        String personnel,
        List<Goal> goals,
        List<String> remarks)
        implements Page {
    /// @param table   the annex with its budget
    /// @param address the months of what was spent
    public record Payer(
            String title,
            String table,
            String budget,
            String executed,
            @Nullable String address,
            String rate,
            String forecast,
            @Nullable Content bullet) {}

    /// @param achievement value against target, in per cent
    public record Goal(
            String id,
            String title,
            String value,
            String address,
            String target,
            String achievement,
            Status status,
            String word) {}

    @Override
    public String title() {
        return frame.say(place + "　" + name + "のお金と目標", "Money and targets: " + place + " " + name);
    }
}
