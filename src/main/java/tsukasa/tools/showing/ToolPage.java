package tsukasa.tools.showing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.chart.BarChart;
import tsukasa.kernel.page.Fact;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Moment;
import tsukasa.kernel.page.Page;
import tsukasa.kernel.page.Status;

/// One tool: what it is for, its newest release, the earlier ones, how often it was downloaded, what became of it.
///
/// @param over   what is to be known first where support ends or has ended; null while it goes on
/// @param newest null where nothing is offered
/// @param chart  downloads by month; null before the first one
public record ToolPage(
        Frame frame,
        String name,
        String heading,
        String purpose,
        String description,
        Status support,
        String word,
        @Nullable String over,
        List<Fact> facts,
        @Nullable Offered newest,
        List<Line> releases,
        @Nullable BarChart chart,
        String counted,
        List<Moment> changes)
        implements Page {
    public ToolPage {
        facts = List.copyOf(facts);
        releases = List.copyOf(releases);
        changes = List.copyOf(changes);
    }

    /// A release that can be downloaded.
    ///
    /// @param concern that something in it is affected; null where nothing is known
    public record Offered(
            String version,
            String address,
            String day,
            String notes,
            List<Offer> files,
            @Nullable String concern) {
        public Offered {
            files = List.copyOf(files);
        }
    }

    /// @param address null where it is not given out now
    public record Offer(String name, @Nullable String address, String kind, String size, String sha256) {}

    public record Line(String version, String address, String day, Status status, String word, String downloads) {}

    @Override
    public String title() {
        return heading;
    }
}
