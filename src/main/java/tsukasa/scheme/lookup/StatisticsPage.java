package tsukasa.scheme.lookup;

import java.util.List;
import tsukasa.kernel.chart.BarChart;
import tsukasa.kernel.chart.ChartTable;
import tsukasa.kernel.chart.PrefectureMap;
import tsukasa.kernel.page.Field;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;
import tsukasa.scheme.Scheme;

/// 統計: the register in numbers, each leading to its rows.
public record StatisticsPage(
        Frame frame,
        Scheme scheme,
        String day,
        String dayInWords,
        String sentence,
        Field asOf,
        List<Count> levels,
        List<Count> industries,
        PrefectureMap map,
        BarChart months,
        ChartTable monthTable)
        implements Page {
    public StatisticsPage {
        levels = List.copyOf(levels);
        industries = List.copyOf(industries);
    }

    /// A counted number with the way to its rows.
    public record Count(String title, String number, String share, String address) {}

    @Override
    public String title() {
        return frame.say("統計", "Statistics");
    }
}
