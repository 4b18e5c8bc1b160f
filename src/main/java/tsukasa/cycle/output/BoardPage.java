package tsukasa.cycle.output;

import java.util.List;
import tsukasa.kernel.page.Fact;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;
import tsukasa.kernel.page.Status;

/// 役員会の一枚: how the year stands, on one sheet of A4.
///
/// @param lead  the one sentence to remember
/// @param facts reports, follow-up, actions, issues: each one line with where to look
public record BoardPage(
        Frame frame,
        boolean paper,
        String base,
        String heading,
        String agency,
        String lead,
        String asOf,
        List<Line> lines,
        List<Fact> facts,
        List<Money> money)
        implements Page {
    /// @param bar value against target in whole per cent, cut at 100; -1 where nothing is counted
    public record Line(
            String threshold,
            String title,
            String value,
            String target,
            String forecast,
            String link,
            int bar,
            Status status,
            String word) {}

    public record Money(String section, String budget, String executed, int bar) {}

    @Override
    public String title() {
        return heading;
    }
}
