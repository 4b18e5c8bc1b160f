package tsukasa.budget.overview;

import gg.jte.Content;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Option;
import tsukasa.kernel.page.Page;
import tsukasa.kernel.page.Tab;

/// Month by month for one who pays, or for all.
///
/// @param of    whose months; one of `payers`
/// @param heads the months, then the sum
public record MonthsPage(
        Frame frame,
        String plan,
        String planTitle,
        String of,
        String name,
        String asOf,
        List<Tab> tabs,
        List<Option> payers,
        List<String> heads,
        List<Row> rows,
        @Nullable Content chart,
        List<String> remarks)
        implements Page {
    /// @param kind `tot`, `side` or nothing
    public record Row(String title, int depth, @Nullable String kind, List<String> cells) {}

    @Override
    public String title() {
        return frame.say("月ごとの執行", "Month by month");
    }
}
