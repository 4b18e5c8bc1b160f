package tsukasa.tools.showing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.chart.BarChart;
import tsukasa.kernel.page.Chip;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;

/// How often tools were downloaded, month by month, and by which rule that was counted.
///
/// @param heads   the month, then each tool or version, then the sum
/// @param chart   null before the first download
/// @param csv     these counts
/// @param records every download, one a line
public record DownloadsPage(
        Frame frame,
        String lead,
        List<Chip> chips,
        @Nullable BarChart chart,
        List<Head> heads,
        List<List<String>> rows,
        List<String> sums,
        String csv,
        String records)
        implements Page {
    public DownloadsPage {
        chips = List.copyOf(chips);
        heads = List.copyOf(heads);
        rows = List.copyOf(rows);
        sums = List.copyOf(sums);
    }

    public record Head(String title, @Nullable String address) {}

    @Override
    public String title() {
        return frame.say("対策ツールのダウンロード", "Downloads of tools");
    }
}
