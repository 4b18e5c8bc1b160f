package tsukasa.scheme.casework;

import java.util.List;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;
import tsukasa.kernel.page.Status;

/// 自分の担当: the cases that have not ended and are handled by whoever looks, over all schemes.
public record MinePage(Frame frame, List<Row> rows) implements Page {
    public MinePage {
        rows = List.copyOf(rows);
    }

    /// @param closed seen by its handlers and their supervisors only
    /// @param since  when it was taken or given
    public record Row(
            String number,
            String name,
            String scheme,
            Status shape,
            String state,
            boolean closed,
            String since,
            String address) {}

    @Override
    public String title() {
        return frame.say("自分の担当", "Cases of mine");
    }
}
