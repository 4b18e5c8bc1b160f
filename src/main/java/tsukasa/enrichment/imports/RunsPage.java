package tsukasa.enrichment.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.page.Field;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;
import tsukasa.kernel.page.Paging;
import tsukasa.kernel.page.Status;
import tsukasa.kernel.page.Tab;

/// Staff: which files of sources were brought in, the latest first.
///
/// @param file the address of all of them as CSV
public record RunsPage(
        Frame frame,
        List<Tab> views,
        List<Tab> kinds,
        List<Field> filters,
        List<Line> lines,
        Paging paging,
        String file)
        implements Page {
    public RunsPage {
        views = List.copyOf(views);
        kinds = List.copyOf(kinds);
        filters = List.copyOf(filters);
        lines = List.copyOf(lines);
    }

    /// @param seconds  empty while it is at work
    /// @param refusals the address of what was refused; null for nothing
    public record Line(
            String started,
            String feed,
            String source,
            Status status,
            String outcome,
            String read,
            String stored,
            String unchanged,
            String refused,
            @Nullable String refusals,
            String withdrawn,
            String seconds) {}

    @Override
    public String title() {
        return frame.say("情報源の取り込み", "Imports of sources");
    }
}
