package tsukasa.enrichment.register;

import java.util.List;
import tsukasa.kernel.page.Chip;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;
import tsukasa.kernel.page.Paging;
import tsukasa.kernel.page.Status;
import tsukasa.kernel.page.Tab;

/// Staff: what was proposed to be one or two, the newest first.
public record MergersPage(
        Frame frame, List<Tab> views, List<Tab> kinds, List<Chip> chips, List<Line> lines, Paging paging)
        implements Page {
    public MergersPage {
        views = List.copyOf(views);
        kinds = List.copyOf(kinds);
        chips = List.copyOf(chips);
        lines = List.copyOf(lines);
    }

    public record Line(String subject, String address, String what, Status status, String word, String by, String at) {}

    @Override
    public String title() {
        return frame.say("統合の提案", "What is proposed to be one");
    }
}
