package tsukasa.cycle.draft;

import java.util.List;
import tsukasa.kernel.page.Comparison;
import tsukasa.kernel.page.Fact;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;

/// 新旧対照表 of a draft, on screen or on paper.
public record DraftComparisonPage(
        Frame frame,
        boolean paper,
        DraftPage.Head head,
        String agency,
        String lead,
        List<Fact> facts,
        Comparison comparison)
        implements Page {
    @Override
    public String title() {
        return head.heading() + "　" + frame.say("新旧対照表", "Old and new");
    }
}
