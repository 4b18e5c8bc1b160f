package tsukasa.scheme.lookup;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.page.Chip;
import tsukasa.kernel.page.Field;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Page;
import tsukasa.kernel.page.Paging;
import tsukasa.kernel.page.SortedBy;
import tsukasa.scheme.Scheme;

/// 公開名簿: the register with its filters.
///
/// @param sentence what was found, in one sentence
/// @param words    the field for words, always in sight
/// @param hidden   what holds besides the fields and is kept by a new search, by name
public record RegisterPage(
        Frame frame,
        Scheme scheme,
        String sentence,
        @Nullable String more,
        Field words,
        List<Field> conditions,
        Map<String, String> hidden,
        List<Chip> chips,
        SortedBy sorted,
        List<Row> rows,
        Paging paging,
        String csv,
        String json)
        implements Page {
    public RegisterPage {
        conditions = List.copyOf(conditions);
        chips = List.copyOf(chips);
        hidden = Map.copyOf(hidden);
        rows = List.copyOf(rows);
    }

    /// Conditions other than words are in force, so they stand open.
    public boolean narrowed() {
        return conditions.stream()
                .anyMatch(field ->
                        field.kind() == Field.Kind.SELECT && !field.value().isEmpty());
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
