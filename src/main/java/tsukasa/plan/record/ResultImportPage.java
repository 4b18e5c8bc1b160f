package tsukasa.plan.record;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tsukasa.files.FileType;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Fact;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;

/// Staff: many results from a CSV file, first checked, then entered.
///
/// @param example a line as it may stand below the head
/// @param columns what belongs into each
/// @param report  null before a file was sent
public record ResultImportPage(
        Frame frame,
        String head,
        String example,
        List<Fact> columns,
        Errors errors,
        @Nullable Report report) implements Page {
    /// @param file   the id of the checked file until it is entered
    /// @param faults the first of them; `wrong` is how many there are
    public record Report(String file, String name, int lines, int wrong, List<Fault> faults, boolean ready) {}

    public record Fault(int line, String why, String next) {}

    public String acceptedTypes() {
        return FileType.accepted();
    }

    @Override
    public String title() {
        return frame.say("実績をCSVでまとめて記録する", "Enter results from a CSV file");
    }

    @Override
    public int status() {
        return errors.isEmpty() ? 200 : 422;
    }
}
