package tsukasa.plan.importing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;

/// Staff: the indicators found, with their targets.
public record ReadingIndicatorsPage(Frame frame, ReadingPage.Head head, List<Found> indicators) implements Page {
    public record Found(
            String place,
            String title,
            String flags,
            String line,
            String lineAddress,
            List<Target> targets,
            List<String> references,
            @Nullable String add) {}

    public record Target(
            String statement,
            String value,
            List<String> readings,
            @Nullable String edit) {}

    @Override
    public String title() {
        return head.id() + "　" + frame.say("指標", "Indicators");
    }
}
