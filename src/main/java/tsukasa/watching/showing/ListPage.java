package tsukasa.watching.showing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.page.Fact;
import tsukasa.kernel.page.Field;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;
import tsukasa.kernel.page.Status;
import tsukasa.kernel.page.Tab;
import tsukasa.watching.WatchList;

/// A list and its findings.
///
/// @param next    the address of the next page, null at the end
/// @param first   the address of the first page, null on it
/// @param filtered whether something is asked for
/// @param items   how many products it holds
public record ListPage(
        Frame frame,
        WatchList list,
        String sentence,
        List<Tab> tabs,
        List<Cell> severities,
        List<Row> rows,
        List<Field> fields,
        String shown,
        boolean newest,
        @Nullable String next,
        @Nullable String first,
        boolean filtered,
        long items,
        List<Fact> facts,
        List<Mass> masses)
        implements Page {
    public ListPage {
        tabs = List.copyOf(tabs);
        severities = List.copyOf(severities);
        rows = List.copyOf(rows);
        fields = List.copyOf(fields);
        facts = List.copyOf(facts);
        masses = List.copyOf(masses);
    }

    /// A decision about many that was taken lately.
    public record Mass(String title, String address) {}

    /// How many wait, by severity; the address lists them.
    public record Cell(
            String title,
            Status status,
            String count,
            @Nullable String address) {}

    /// A finding as a table shows it.
    public record Row(
            long id,
            String number,
            String title,
            String severity,
            Status severityStatus,
            String exploited,
            String product,
            String answer,
            Status answerStatus,
            String why,
            String fix,
            String state,
            Status stateStatus,
            String since) {
        public String address() {
            return "/watch/findings/" + id;
        }
    }

    public String address() {
        return "/watch/lists/" + list.id();
    }

    /// The conditions of this page, to come back to.
    public String back() {
        return frame.query();
    }

    @Override
    public String title() {
        return list.name();
    }
}
