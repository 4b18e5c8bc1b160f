package tsukasa.cycle.reporting;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tsukasa.cycle.MonthlyReport.Words;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Fact;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Moment;
import tsukasa.kernel.page.Page;
import tsukasa.kernel.page.Status;

/// One measure in one month: what is said of it, or the form to say it.
///
/// @param facts   department, intended outcome, indicators
/// @param before  what was said the month before, to go on from
/// @param figures as typed, three cells a row: what, how much, in which unit
/// @param returned what the planners ask for
public record ReportPage(
        Frame frame,
        String base,
        String list,
        String department,
        String place,
        String heading,
        String month,
        List<Fact> facts,
        Status state,
        String word,
        Words words,
        List<List<String>> figures,
        int read,
        @Nullable String returned,
        @Nullable String before,
        boolean mayWrite,
        boolean mayReturn,
        @Nullable String locked,
        List<Moment> moments,
        Errors errors,
        int answer)
        implements Page {
    @Override
    public String title() {
        return (errors.isEmpty() ? "" : frame.say("エラー：", "Error: ")) + heading + frame.say("　", ", ") + month;
    }

    @Override
    public int status() {
        return answer;
    }
}
