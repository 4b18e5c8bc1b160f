package tsukasa.plan.outline;

import java.util.List;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;

/// Numeric and dated targets of the plan that are no evaluation indicators.
public record TargetsPage(Frame frame, String plan, String planTitle, List<Line> lines) implements Page {
    public record Line(String id, String title, String target, String note, List<Where> places) {}

    public record Where(String place, String anchor) {}

    @Override
    public String title() {
        return frame.say("指標以外の目標", "Other targets of the plan");
    }
}
