package tsukasa.scheme.casework;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.page.Field;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;
import tsukasa.kernel.page.Paging;
import tsukasa.kernel.page.SortedBy;
import tsukasa.kernel.page.Status;
import tsukasa.kernel.page.Tab;

/// 受付の一覧: every case of one scheme, for staff.
///
/// @param published whether the scheme has a register and statistics for everybody
/// @param assign    whom chosen cases are given to; absent for those who may not
/// @param views one for each state
/// @param state of the view that is open, empty for all
public record CasesPage(
        Frame frame,
        String scheme,
        String schemeTitle,
        String sentence,
        boolean published,
        List<Tab> views,
        List<Field> filters,
        String state,
        SortedBy sorted,
        @Nullable Field assign,
        List<Row> rows,
        Paging paging)
        implements Page {
    public CasesPage {
        views = List.copyOf(views);
        filters = List.copyOf(filters);
        rows = List.copyOf(rows);
    }

    /// @param handledBy empty while nobody does
    /// @param closed    seen by its handlers and their supervisors only
    public record Row(
            String number,
            String name,
            String under,
            Status shape,
            String state,
            String handledBy,
            boolean closed,
            String received,
            String address) {}

    @Override
    public String title() {
        return schemeTitle;
    }
}
