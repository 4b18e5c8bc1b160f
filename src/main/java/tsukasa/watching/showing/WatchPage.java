package tsukasa.watching.showing;

import gg.jte.Content;
import java.util.List;
import java.util.Optional;
import tsukasa.kernel.chart.ChartTable;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;

/// 見守り: one's lists; for whoever is not signed in, what it is.
///
/// @param removed lists that can still be taken back
/// @param latest  the most urgent of all lists
public record WatchPage(
        Frame frame,
        boolean signedIn,
        String sentence,
        List<Line> lists,
        List<Gone> removed,
        List<ListPage.Row> latest,
        Optional<Picture> picture)
        implements Page {
    public WatchPage {
        lists = List.copyOf(lists);
        removed = List.copyOf(removed);
        latest = List.copyOf(latest);
    }

    public record Picture(Content chart, ChartTable table) {}

    /// @param letters how its owner hears of it
    public record Line(
            String address,
            String name,
            String note,
            String critical,
            String high,
            String rest,
            String exploited,
            String telling) {}

    public record Gone(String address, String name, String until) {}

    @Override
    public String title() {
        return frame.say("脆弱性の見守り", "Watch for vulnerabilities");
    }
}
