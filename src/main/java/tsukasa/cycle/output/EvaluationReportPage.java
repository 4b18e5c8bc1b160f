package tsukasa.cycle.output;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tsukasa.cycle.ItemYears;
import tsukasa.kernel.page.Fact;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;

/// 業務実績等評価書: the whole evaluation of a plan, or one item of it; the same on screen and on paper.
///
/// @param paper    drawn for paper
/// @param draft    not everything in it is final
/// @param basis    which figures it rests on
/// @param mayIssue this reader may send it out
/// @param missing  what keeps it from going out
public record EvaluationReportPage(
        Frame frame,
        boolean paper,
        String base,
        String heading,
        String agency,
        String legal,
        boolean draft,
        String basis,
        List<Summary> summary,
        List<Sheet> sheets,
        List<Issued> issued,
        boolean mayIssue,
        @Nullable String missing)
        implements Page {
    /// 項目別評定総括表
    public record Summary(
            String anchor, String place, String title, String flags, String self, String minister, String note) {}

    /// 項目別評定調書
    ///
    /// @param years    outputs and inputs over the years
    /// @param measures of the item with what was done
    public record Sheet(
            String anchor,
            String place,
            String title,
            List<Fact> basics,
            List<Result> results,
            ItemYears years,
            List<Measure> measures,
            String suggestion,
            Said self,
            Said minister,
            List<IssueLine> issues) {}

    /// @param baseline 基準値, where the plan prints one
    /// @param bar      achievement in whole per cent, cut at 100, for the bar; -1 where nothing is counted
    public record Result(
            String threshold,
            String title,
            String baseline,
            String target,
            String value,
            String link,
            String achievement,
            int bar) {}

    public record Measure(String place, String title, String outcome, List<Fact> done) {}

    /// @param grade `－` where nothing is said yet
    public record Said(String grade, String reason, String response, String improvement, String state) {}

    public record IssueLine(String origin, String text, String response, String clause, String state) {}

    /// @param later what became of it since, in one sentence; empty while it still says what holds
    public record Issued(String number, String when, String by, String note, String pdf, String sha256, String later) {}

    @Override
    public String title() {
        return heading;
    }
}
