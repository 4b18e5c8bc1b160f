package tsukasa.budget.grant;

import java.util.List;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;
import tsukasa.kernel.page.Status;
import tsukasa.kernel.page.Tab;

/// Staff: the operating grant by segment and unit, for the board.
///
/// @param rule when it warns, in words
public record GrantPage(
        Frame frame,
        String plan,
        String year,
        List<Tab> views,
        String lead,
        String asOf,
        List<Line> lines,
        String rule,
        String back)
        implements Page {
    public record Line(
            String segment,
            String title,
            boolean total,
            String granted,
            String received,
            String used,
            String forecast,
            String left,
            String share,
            Status status,
            String word) {}

    @Override
    public String title() {
        return frame.say("運営費交付金", "Operating grant");
    }
}
