package tsukasa.budget.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;
import tsukasa.kernel.page.Status;
import tsukasa.kernel.page.Tab;

/// Staff: which months are entered, and the way to everything about money.
///
/// @param lead how far the figures reach
public record LedgerPage(
        Frame frame,
        String plan,
        String year,
        List<Tab> plans,
        List<Tab> views,
        String lead,
        boolean mayEnter,
        List<Month> months)
        implements Page {
    /// @param address  none for a month that has not begun
    /// @param revenue  in millions of yen
    public record Month(
            String title,
            @Nullable String address,
            Status status,
            String word,
            String revenue,
            String expense,
            String detail) {}

    @Override
    public String title() {
        return frame.say("予算の執行", "Budget execution");
    }
}
