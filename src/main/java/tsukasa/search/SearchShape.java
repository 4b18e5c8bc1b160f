package tsukasa.search;

import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tsukasa.kernel.Sha256;

/// What the documents of a collection consist of. An index of another shape is made anew.
///
/// @param revision raised by the owner when the same fields are filled in another way
/// @param names    product names and other words that must not be taken apart in Japanese text
public record SearchShape(String name, int revision, List<SearchField> fields, List<String> names) {
    public SearchShape {
        if (!Pattern.matches("[a-z][a-z0-9-]{0,39}", name)) {
            throw new IllegalArgumentException("not a name of a collection: " + name);
        }
        fields = List.copyOf(fields);
        names = List.copyOf(names);
        Set<String> seen = new HashSet<>();
        for (SearchField field : fields) {
            if (!seen.add(field.name())) {
                throw new IllegalArgumentException("two fields of " + name + " are called " + field.name());
            }
        }
    }

    public static SearchShape of(String name, int revision, SearchField... fields) {
        return new SearchShape(name, revision, List.of(fields), List.of());
    }

    public Optional<SearchField> field(String called) {
        return fields.stream().filter(field -> field.name().equals(called)).findFirst();
    }

    /// The field of that name and kind; asking for another is a mistake in the program.
    public <F extends SearchField> F field(String called, Class<F> kind) {
        return field(called)
                .filter(kind::isInstance)
                .map(kind::cast)
                .orElseThrow(() ->
                        new IllegalArgumentException(name + " has no " + kind.getSimpleName() + " called " + called));
    }

    /// Tells two shapes apart in a few characters.
    public String digest() {
        return HexFormat.of().formatHex(Sha256.of(toString()), 0, 8);
    }
}
