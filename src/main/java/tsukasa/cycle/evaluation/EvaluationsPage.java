package tsukasa.cycle.evaluation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;
import tsukasa.kernel.page.Status;
import tsukasa.kernel.page.Tab;

/// 項目別評定総括表: every evaluated item of a plan with what is suggested and what people found.
///
/// @param lead   how far evaluating is, in one sentence
/// @param basis  which figures it rests on
/// @param report where the printed report is, for those who may read it
public record EvaluationsPage(
        Frame frame, String plan, String base, List<Tab> plans, String lead, String basis, List<Line> lines)
        implements Page {
    /// @param met       thresholds met, `5／6`; empty where there are none
    /// @param suggested grade by the figures alone, and what quality could make of it
    public record Line(
            String place,
            String title,
            String address,
            String flags,
            String met,
            String suggested,
            String self,
            @Nullable Status selfState,
            @Nullable String selfWord,
            String minister,
            @Nullable Status ministerState,
            @Nullable String ministerWord) {}

    @Override
    public String title() {
        return frame.say("項目別評定", "Evaluation by item");
    }
}
