package tsukasa.enrichment.imports;

import java.util.List;
import tsukasa.kernel.page.Chip;
import tsukasa.kernel.page.Field;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;
import tsukasa.kernel.page.Paging;
import tsukasa.kernel.page.Tab;

/// Staff: records that imports refused, with their place and the reason.
///
/// @param note of a run whose refusals are not all kept, or empty
/// @param run  the run they are narrowed down to, or empty
/// @param file the address of all of them as CSV
public record RefusalsPage(
        Frame frame,
        List<Tab> views,
        List<Tab> kinds,
        List<Field> filters,
        List<Chip> chips,
        String run,
        String note,
        List<Line> lines,
        Paging paging,
        String file)
        implements Page {
    public RefusalsPage {
        views = List.copyOf(views);
        kinds = List.copyOf(kinds);
        filters = List.copyOf(filters);
        chips = List.copyOf(chips);
        lines = List.copyOf(lines);
    }

    /// @param place in the file
    /// @param key   its number at the source, or a dash
    public record Line(String started, String feed, String file, String place, String key, String why) {}

    @Override
    public String title() {
        return frame.say("取り込めなかった記録", "Refused records");
    }
}
