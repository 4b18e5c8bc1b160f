package tsukasa.plan.record;

import java.util.List;
import tsukasa.kernel.page.Field;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;
import tsukasa.kernel.page.Paging;
import tsukasa.kernel.page.Status;

/// Staff: entered results, those waiting for approval first.
public record ResultsPage(Frame frame, List<Field> filters, Paging paging, List<Line> lines, boolean mayApprove)
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
