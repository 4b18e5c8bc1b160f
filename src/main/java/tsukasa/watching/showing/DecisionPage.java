package tsukasa.watching.showing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Field;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;
import tsukasa.watching.WatchList;

/// One decision for several findings, which it shows before they are changed.
///
/// @param decided how many of them were decided about before
/// @param all     that all that match are meant, of which the rows are the first; null for those that were ticked
/// @param back    the conditions under which they were chosen, as a query
public record DecisionPage(
        Frame frame,
        WatchList list,
        List<ListPage.Row> rows,
        String decided,
        String back,
        DecisionForm form,
        @Nullable All all)
        implements Page {
    public DecisionPage {
        rows = List.copyOf(rows);
    }

    /// @param count how many are decided about
    /// @param limit what the limit is, and whether it is reached
    public record All(String count, String limit, boolean newest) {}

    public List<Field> fields() {
        return form.fields(frame);
    }

    public Errors errors() {
        return form.errors();
    }

    public String address() {
        return "/watch/lists/" + list.id();
    }

    public String count() {
        return all == null ? frame.writing().number(rows.size()) : all.count();
    }

    @Override
    public int status() {
        return errors().isEmpty() ? 200 : 422;
    }

    @Override
    public String title() {
        return frame.say("まとめて判断する", "Decide about several");
    }
}
