package tsukasa.cycle.output;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;

/// Public: the evaluation reports of a plan that went out, and the grades the latest one gives.
public record EvaluationsOutPage(Frame frame, String plan, List<EvaluationReportPage.Issued> issued, List<Line> lines)
        implements Page {
    public record Line(String place, String title, @Nullable String address, String self, String minister) {}

    @Override
    public String title() {
        return frame.say("評価", "Evaluation");
    }
}
