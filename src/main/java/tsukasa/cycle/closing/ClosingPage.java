package tsukasa.cycle.closing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Moment;
import tsukasa.kernel.page.Page;
import tsukasa.kernel.page.Status;

/// Staff: one period, its frozen numbers, and what may be done with it.
///
/// @param lead      how it stands, in one sentence
/// @param closing   the number of the closing shown, sent back with every deed; 0 when there is none yet
/// @param compared  the numbers were counted again for this page
/// @param hindrance why this reader cannot close it
/// @param missing   how many numbers could not be counted
/// @param earlier   those that were returned or reopened before
public record ClosingPage(
        Frame frame,
        String base,
        String heading,
        String lead,
        @Nullable Status state,
        String word,
        long closing,
        boolean compared,
        List<Line> lines,
        List<Moment> moments,
        List<Moment> earlier,
        boolean mayPropose,
        boolean mayClose,
        boolean mayReopen,
        @Nullable String hindrance,
        int missing,
        Errors errors,
        int answer)
        implements Page {
    /// @param value   as frozen, with its unit
    /// @param target  as the plan has it
    /// @param rows    how many rows it was counted from
    /// @param digest  the first digits of the rows' SHA-256
    /// @param now     counted again, where asked for
    /// @param address the rows, none where it could not be counted
    public record Line(
            String threshold,
            String title,
            String value,
            String target,
            String rows,
            String digest,
            @Nullable String now,
            @Nullable Status same,
            @Nullable String obstacle,
            @Nullable String address) {}

    @Override
    public String title() {
        return errors.isEmpty() ? heading : frame.say("エラー：", "Error: ") + heading;
    }

    @Override
    public int status() {
        return answer;
    }
}
