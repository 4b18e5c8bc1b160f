package tsukasa.plan.version;

import java.util.List;
import tsukasa.kernel.page.Comparison;
import tsukasa.kernel.page.Fact;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;

/// 新旧対照表: one version beside the one before it.
///
/// @param lead what differs, in a sentence
public record VersionPage(
        Frame frame, String plan, String heading, String name, String lead, List<Fact> facts, Comparison comparison)
        implements Page {
    @Override
    public String title() {
        return heading + "　" + name;
    }
}
