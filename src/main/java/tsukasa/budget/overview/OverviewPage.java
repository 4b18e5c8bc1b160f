package tsukasa.budget.overview;

import gg.jte.Content;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.chart.ChartTable;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;
import tsukasa.kernel.page.Tab;

/// Budget against execution and forecast, by account and segment and by item.
///
/// @param asOf  up to which month the figures go
/// @param chart spending month by month; null before the first month
/// @param remark the rounding note and how the forecast is made
public record OverviewPage(
        Frame frame,
        String plan,
        String planTitle,
        String lead,
        String asOf,
        List<Tab> tabs,
        Content scale,
        List<Row> payers,
        List<Row> items,
        @Nullable Content chart,
        @Nullable ChartTable chartTable,
        List<Link> sections,
        List<String> remarks)
        implements Page {
    /// @param kind    `tot`, `side` or nothing
    /// @param address its months; null for a heading
    public record Row(
            String title,
            int depth,
            @Nullable String kind,
            @Nullable String address,
            String budget,
            String executed,
            String left,
            String rate,
            String forecast,
            @Nullable Content bullet) {}

    public record Link(String place, String title, String address, String detail) {}

    @Override
    public String title() {
        return frame.say("予算の執行", "Budget execution");
    }
}
