package tsukasa.cycle.output;

import java.util.List;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;

/// 上期フォローアップ報告: what was reached by the end of September and what the second half has to do; the same on
/// screen and on paper.
public record HalfYearPage(
        Frame frame,
        boolean paper,
        String base,
        String heading,
        String agency,
        String lead,
        String basis,
        List<EvaluationReportPage.Result> results,
        List<Department> departments,
        List<Concern> concerns,
        List<EvaluationReportPage.IssueLine> issues)
        implements Page {
    public record Department(String title, String written, int behind, int atRisk, int open, int done) {}

    /// A measure that is behind or not sure to be reached, with what is to be done about it.
    public record Concern(
            String place,
            String title,
            String department,
            String progress,
            String outlook,
            String words,
            List<String> actions) {}

    @Override
    public String title() {
        return heading;
    }
}
