package tsukasa.cycle.evaluation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;
import tsukasa.kernel.page.RowFault;

/// The ministry: the evaluation of the minister from a file or from pasted rows, first checked, then saved as drafts.
///
/// @param grades  the grades the plan's rules know
/// @param rows    what was pasted and could not be read
/// @param report  null before anything was sent
/// @param brought what was imported before
public record MinisterImportPage(
        Frame frame,
        String base,
        String plan,
        String grades,
        String rows,
        Errors errors,
        @Nullable Report report,
        List<Brought> brought,
        int answer)
        implements Page {
    /// @param digest    of what is shown
    /// @param faultLeft faults that are not shown
    /// @param wrong     how many rows need correction
    /// @param changing  how many drafts would be saved
    /// @param replacing how many of them over what somebody wrote
    public record Report(
            long file,
            String name,
            String what,
            String summary,
            String digest,
            List<RowFault> faults,
            long faultLeft,
            int wrong,
            List<Good> good,
            int changing,
            long replacing) {}

    /// @param before grade and writer of the draft it takes the place of; empty where there is none
    public record Good(
            int row,
            String place,
            String title,
            String address,
            String grade,
            String self,
            String reason,
            String rest,
            String effect,
            String before) {}

    /// @param undone who took it back; empty while it stands
    public record Brought(long number, String file, String when, String by, int items, String undone) {}

    @Override
    public String title() {
        String name = frame.say("主務大臣評価を取り込む", "Import the minister's evaluation");
        return errors.isEmpty() ? name : frame.say("エラー：", "Error: ") + name;
    }

    @Override
    public int status() {
        return answer;
    }
}
