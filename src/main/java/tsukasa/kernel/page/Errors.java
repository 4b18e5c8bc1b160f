package tsukasa.kernel.page;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is wrong with a form as it was sent: for each field one sentence that says what, and how to put it right. Shown
/// above the form and again beside each field, in the same words.
public record Errors(List<Entry> entries) {
    private static final Errors NONE = new Errors(List.of());

    public Errors {
        entries = List.copyOf(entries);
    }

    /// @param field the name of the field, or empty when the whole form is meant
    public record Entry(String field, String sentence) {}

    public static Errors none() {
        return NONE;
    }

    public Errors with(String field, String sentence) {
        List<Entry> more = new ArrayList<>(entries);
        more.add(new Entry(field, sentence));
        return new Errors(more);
    }

    public boolean isEmpty() {
        return entries.isEmpty();
    }

    /// The sentence for a field, to be handed to [Field#error(String)].
    public @Nullable String of(String field) {
        return entries.stream()
                .filter(entry -> entry.field().equals(field))
                .map(Entry::sentence)
                .findFirst()
                .orElse(null);
    }
}
