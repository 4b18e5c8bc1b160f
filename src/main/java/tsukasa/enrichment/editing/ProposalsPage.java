package tsukasa.enrichment.editing;

import java.util.List;
import tsukasa.kernel.page.Chip;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;
import tsukasa.kernel.page.Paging;
import tsukasa.kernel.page.Status;
import tsukasa.kernel.page.Tab;

/// Staff: proposals, the last moved first.
public record ProposalsPage(
        Frame frame, List<Tab> views, String lead, List<Chip> chips, List<Line> lines, Paging paging) implements Page {
    public ProposalsPage {
        views = List.copyOf(views);
        chips = List.copyOf(chips);
        lines = List.copyOf(lines);
    }

    public record Line(
            String subject, String address, String kind, Status status, String word, String authors, String at) {}

    @Override
    public String title() {
        return frame.say("追記の提案", "Proposed additions");
    }
}
