package tsukasa.scheme.lookup;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.page.Chip;
import tsukasa.kernel.page.Field;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;
import tsukasa.kernel.page.Paging;
import tsukasa.kernel.page.SortedBy;

/// 公開名簿: the register with its filters.
///
/// @param sentence what was found, in one sentence
public record RegisterPage(
        Frame frame,
        String scheme,
        String schemeTitle,
        String sentence,
        @Nullable String more,
        List<Field> filters,
        List<Chip> chips,
        SortedBy sorted,
        List<Row> rows,
        Paging paging,
        String csv,
        String json)
        implements Page {
    public RegisterPage {
        filters = List.copyOf(filters);
        chips = List.copyOf(chips);
        rows = List.copyOf(rows);
    }

    /// One entry in the reader's language.
    public record Row(
            String number,
            String name,
            @Nullable String under,
            String prefecture,
            String industry,
            String level,
            String since,
            String address) {}

    @Override
    public String title() {
        return frame.say("公開名簿", "Public register");
    }
}
