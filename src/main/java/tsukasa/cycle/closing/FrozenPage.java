package tsukasa.cycle.closing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.page.Fact;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;
import tsukasa.kernel.page.Status;

/// Staff: one frozen number, whether its rows are still as they were, and what counting now finds different.
///
/// @param lead     what counting again found, in one sentence
/// @param byThen   by what was known then: must be the same
/// @param byNow    by what is known now
/// @param rows     the rows that differ, the latest first
/// @param left     how many more rows differ than are shown
public record FrozenPage(
        Frame frame,
        String base,
        String period,
        String threshold,
        String heading,
        String lead,
        List<Fact> facts,
        Check intact,
        Check byThen,
        Check byNow,
        List<Row> rows,
        long left)
        implements Page {
    public record Check(Status status, String word, String sentence) {}

    /// @param address the record itself, where it has a page
    public record Row(
            String why,
            String subject,
            String id,
            String date,
            String recorded,
            String then,
            String now,
            @Nullable String address) {}

    @Override
    public String title() {
        return threshold + "　" + heading;
    }
}
