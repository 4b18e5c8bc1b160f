package tsukasa.search;

import org.jspecify.annotations.Nullable;

/// In which order hits come. Equals come in the order of their ids; what has no value comes last.
///
/// @param field a keyword, number or day field; absent means the best first
public record SearchOrder(@Nullable String field, boolean falling) {
    public static final SearchOrder BEST = new SearchOrder(null, true);

    public static SearchOrder rising(String field) {
        return new SearchOrder(field, false);
    }

    public static SearchOrder falling(String field) {
        return new SearchOrder(field, true);
    }
}
