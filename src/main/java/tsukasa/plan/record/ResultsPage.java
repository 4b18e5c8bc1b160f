package tsukasa.plan.record;

import java.util.List;
import tsukasa.kernel.page.Field;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;
import tsukasa.kernel.page.Paging;
import tsukasa.kernel.page.Status;

/// Staff: entered results, those waiting for approval first.
///
/// @param waiting    how many wait for approval, whatever the filters
/// @param mayApprove one of the lines shown may be approved by this reader
public record ResultsPage(
        Frame frame, List<Field> filters, Paging paging, List<Line> lines, long waiting, boolean mayApprove)
        implements Page {

    /// @param approvable by this reader: proved, waiting, and entered by somebody else
    public record Line(
            String id,
            String threshold,
            String subject,
            String date,
            String amount,
            int proofs,
            String enteredBy,
            String recorded,
            Status status,
            String word,
            boolean approvable) {}

    @Override
    public String title() {
        return frame.say("実績の記録", "Recorded results");
    }
}
