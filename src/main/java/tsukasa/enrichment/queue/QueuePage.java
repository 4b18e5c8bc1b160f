package tsukasa.enrichment.queue;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.page.Chip;
import tsukasa.kernel.page.Field;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;
import tsukasa.kernel.page.Paging;
import tsukasa.kernel.page.Status;
import tsukasa.kernel.page.Tab;

/// Staff: which entries wait for an analyst, the likely most important first, and who works on which.
///
/// @param mine what the visitor has taken or drafted
public record QueuePage(
        Frame frame,
        List<Tab> views,
        String lead,
        List<Figure> figures,
        List<Line> mine,
        List<Field> filters,
        List<Chip> chips,
        List<Line> lines,
        All all,
        Paging paging)
        implements Page {
    public QueuePage {
        views = List.copyOf(views);
        figures = List.copyOf(figures);
        mine = List.copyOf(mine);
        filters = List.copyOf(filters);
        chips = List.copyOf(chips);
        lines = List.copyOf(lines);
    }

    /// Where all that match are changed at once, and up to how many.
    public record All(String address, String title, String limit) {}

    /// How many lack something.
    public record Figure(String title, String number, String address) {}

    /// @param reasons why it stands where it stands
    /// @param person  who works on it; null for nobody
    /// @param free    nobody else has it
    public record Line(
            String number,
            String cve,
            String title,
            String address,
            List<String> lacks,
            @Nullable Status status,
            String word,
            List<String> reasons,
            @Nullable String person,
            @Nullable String state,
            boolean own,
            boolean free) {}

    @Override
    public String title() {
        return frame.say("分析デスク", "Analysts' desk");
    }
}
