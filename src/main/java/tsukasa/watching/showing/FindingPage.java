package tsukasa.watching.showing;

import java.util.List;
import tsukasa.kernel.page.Errors;
import tsukasa.kernel.page.Fact;
import tsukasa.kernel.page.Field;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Moment;
import tsukasa.kernel.page.Page;
import tsukasa.watching.WatchList;

/// One finding: why it is one, what was decided, what happened to it.
///
/// @param entry the address of the vulnerability's own page, empty where it is gone
/// @param open  whether something can be decided about it
public record FindingPage(
        Frame frame,
        WatchList list,
        ListPage.Row row,
        String entry,
        List<Fact> facts,
        List<Moment> history,
        boolean open,
        DecisionForm form)
        implements Page {
    public FindingPage {
        facts = List.copyOf(facts);
        history = List.copyOf(history);
    }

    public List<Field> fields() {
        return form.fields(frame);
    }

    public Errors errors() {
        return form.errors();
    }

    @Override
    public int status() {
        return errors().isEmpty() ? 200 : 422;
    }

    @Override
    public String title() {
        return row.number() + "　" + row.product();
    }
}
