package tsukasa.scheme.casework;

import java.util.List;
import tsukasa.kernel.page.Field;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;
import tsukasa.kernel.page.Paging;
import tsukasa.kernel.page.SortedBy;
import tsukasa.kernel.page.Status;
import tsukasa.kernel.page.Tab;

/// 受付の一覧: every case of one scheme, for staff.
///
/// @param views one for each state
/// @param state of the view that is open, empty for all
public record CasesPage(
        Frame frame,
        String scheme,
        String schemeTitle,
        String sentence,
        List<Tab> views,
        List<Field> filters,
        String state,
        SortedBy sorted,
        List<Row> rows,
        Paging paging)
        implements Page {
    public CasesPage {
        views = List.copyOf(views);
        filters = List.copyOf(filters);
        rows = List.copyOf(rows);
    }

    public record Row(
            String number, String name, String under, Status shape, String state, String received, String address) {}

    @Override
    public String title() {
        return schemeTitle;
    }
}
