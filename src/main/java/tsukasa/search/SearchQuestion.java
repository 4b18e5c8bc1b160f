package tsukasa.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What somebody wants to find.
///
/// @param text     as it was typed; blank means everything. See [AskedText] for what it may say
/// @param after    goes on where a page ended, instead of `from`
/// @param explained whether hits come with snippets and reasons
public record SearchQuestion(
        String text,
        List<SearchFilter> filters,
        List<FacetWish> facets,
        SearchOrder order,
        int from,
        int size,
        @Nullable SearchCursor after,
        boolean explained) {
    /// As far as pages can be turned; a cursor goes further.
    public static final int DEEPEST = 10_000;
    /// More hits never come at a time.
    public static final int LARGEST = 1_000;

    /// Which field's values to count, and how many of the most frequent to name.
    public record FacetWish(String field, int top) {
        public FacetWish {
            top = Math.clamp(top, 1, 1000);
        }
    }

    public SearchQuestion {
        filters = List.copyOf(filters);
        facets = List.copyOf(facets);
        from = Math.max(0, from);
        size = Math.clamp(size, 0, LARGEST);
    }

    public static SearchQuestion of(String text) {
        return new SearchQuestion(text, List.of(), List.of(), SearchOrder.BEST, 0, 20, null, true);
    }

    public SearchQuestion with(SearchFilter more) {
        return new SearchQuestion(text, and(filters, List.of(more)), facets, order, from, size, after, explained);
    }

    public SearchQuestion facet(String field, int top) {
        List<FacetWish> wishes = and(facets, List.of(new FacetWish(field, top)));
        return new SearchQuestion(text, filters, wishes, order, from, size, after, explained);
    }

    public SearchQuestion ordered(SearchOrder by) {
        return new SearchQuestion(text, filters, facets, by, from, size, after, explained);
    }

    public SearchQuestion page(int first, int atMost) {
        return new SearchQuestion(text, filters, facets, order, first, atMost, null, explained);
    }

    public SearchQuestion goingOn(@Nullable SearchCursor cursor, int atMost) {
        return new SearchQuestion(text, filters, facets, order, 0, atMost, cursor, explained);
    }

    public SearchQuestion unexplained() {
        return new SearchQuestion(text, filters, facets, order, from, size, after, false);
    }

    public SearchQuestion saying(String other) {
        return new SearchQuestion(other, filters, facets, order, from, size, after, explained);
    }

    private static <T> List<T> and(Collection<T> some, Collection<T> more) {
        List<T> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }
}
