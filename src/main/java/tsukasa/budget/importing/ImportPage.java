package tsukasa.budget.importing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Option;
import tsukasa.kernel.page.Page;
import tsukasa.kernel.page.RowFault;

/// Staff: execution from a file, first checked, then entered.
///
/// @param months for which a template can be taken
/// @param report null before a file was sent
public record ImportPage(
        Frame frame,
        String plan,
        String year,
        List<Option> months,
        String month,
        Errors errors,
        @Nullable Report report)
        implements Page {
    /// @param summary     in one sentence
    /// @param wrongLeft   faulty rows that are not shown
    /// @param digest      of what is shown
    public record Report(
            long file,
            String name,
            String what,
            String summary,
            String digest,
            List<RowFault> faults,
            long wrongLeft,
            int wrong,
            List<Good> good,
            long changing,
            long corrections,
            boolean needsReason) {}

    /// @param before what it takes the place of
    public record Good(int row, String month, String line, String before, String yen, String effect, String hint) {}

    @Override
    public String title() {
        String name = frame.say("執行額をファイルから記録する", "Enter execution from a file");
        return errors.isEmpty() ? name : frame.say("エラー：", "Error: ") + name;
    }

    @Override
    public int status() {
        return errors.isEmpty() ? 200 : 422;
    }
}
