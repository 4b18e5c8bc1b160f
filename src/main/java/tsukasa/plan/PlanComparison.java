package tsukasa.plan;

import java.util.List;
import tsukasa.kernel.page.Comparison;
import tsukasa.kernel.page.Frame;

/// 新旧対照表: two states of a plan, side by side.
public interface PlanComparison {
    /// @param traces which clause grew from which; where they say nothing, the same place or the same title means the
    /// same
    Comparison between(Frame frame, Plan earlier, Plan later, List<ClauseTrace> traces);
}
