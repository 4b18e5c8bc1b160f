package tsukasa.cycle.issue;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Option;
import tsukasa.kernel.page.Page;

/// Entering issues: one by its form, or many from a file or as they were copied from a spreadsheet.
///
/// @param rows     as pasted
/// @param findings what was found in the rows, each with its number
/// @param good     how many of them can be entered
/// @param kept     the file they stand in, unless they were pasted
public record NewIssuesPage(
        Frame frame,
        List<Option> origins,
        List<Option> departments,
        Typed typed,
        String rows,
        List<String> findings,
        int good,
        boolean checked,
        @Nullable Kept kept,
        Errors errors,
        int answer)
        implements Page {
    /// @param id 0 where nothing of it can be entered
    public record Kept(long id, String name) {}

    public record Typed(
            String year,
            String origin,
            String section,
            String raisedBy,
            String raisedOn,
            String text,
            String department) {}

    @Override
    public String title() {
        return errors.isEmpty()
                ? frame.say("課題を登録する", "Enter issues")
                : frame.say("エラー：課題を登録する", "Error: Enter issues");
    }

    @Override
    public int status() {
        return answer;
    }
}
