package tsukasa.budget.borrowing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Fact;
import tsukasa.kernel.page.Field;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;
import tsukasa.kernel.page.Status;
import tsukasa.kernel.page.Tab;

/// Staff: the register of short-term borrowing.
///
/// @param fields of the form for a new entry; empty for who may not propose
public record BorrowingPage(
        Frame frame,
        String plan,
        String year,
        List<Tab> views,
        String lead,
        List<Fact> facts,
        List<Line> lines,
        List<Field> fields,
        Errors errors,
        int answer)
        implements Page {
    /// @param decidable by whoever looks at it
    /// @param hindrance why not, if it waits
    public record Line(
            long id,
            String when,
            String kind,
            String yen,
            String balance,
            String lender,
            String due,
            Status status,
            String word,
            String history,
            boolean decidable,
            @Nullable String hindrance) {}

    @Override
    public String title() {
        String name = frame.say("短期借入金", "Short-term borrowing");
        return errors.isEmpty() ? name : frame.say("エラー：", "Error: ") + name;
    }

    @Override
    public int status() {
        return answer;
    }
}
