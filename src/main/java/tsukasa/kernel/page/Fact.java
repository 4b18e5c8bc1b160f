package tsukasa.kernel.page;

import org.jspecify.annotations.Nullable;

/// A term and its value in a description list, the value a link where there is more to see.
public record Fact(String term, String value, @Nullable String address) {
    public static Fact of(String term, String value) {
        return new Fact(term, value, null);
    }

    public static Fact of(String term, String value, String address) {
        return new Fact(term, value, address);
    }
}
