package tsukasa.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What somebody wants to find.
///
/// @param text     as it was typed; blank means everything. See [AskedText] for what it may say
/// @param after    goes on where a page ended, instead of `from`
/// @param beside numbers of the fields that stand beside the documents
/// @param explained whether hits come with snippets and reasons
public record SearchQuestion(
        String text,
        List<SearchFilter> filters,
        List<FacetWish> facets,
        Map<String, SearchNumbers> beside,
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
        beside = Map.copyOf(beside);
        from = Math.max(0, from);
        size = Math.clamp(size, 0, LARGEST);
    }

    public static SearchQuestion of(String text) {
        return new SearchQuestion(text, List.of(), List.of(), Map.of(), SearchOrder.BEST, 0, 20, null, true);
    }

    public SearchQuestion with(SearchFilter more) {
        return new SearchQuestion(
                text, and(filters, List.of(more)), facets, beside, order, from, size, after, explained);
    }

    public SearchQuestion facet(String field, int top) {
        List<FacetWish> wishes = and(facets, List.of(new FacetWish(field, top)));
        return new SearchQuestion(text, filters, wishes, beside, order, from, size, after, explained);
    }

    public SearchQuestion ordered(SearchOrder by) {
        return new SearchQuestion(text, filters, facets, beside, by, from, size, after, explained);
    }

    public SearchQuestion page(int first, int atMost) {
        return new SearchQuestion(text, filters, facets, beside, order, first, atMost, null, explained);
    }

    public SearchQuestion goingOn(@Nullable SearchCursor cursor, int atMost) {
        return new SearchQuestion(text, filters, facets, beside, order, 0, atMost, cursor, explained);
    }

    public SearchQuestion unexplained() {
        return new SearchQuestion(text, filters, facets, beside, order, from, size, after, false);
    }

    public SearchQuestion saying(String other) {
        return new SearchQuestion(other, filters, facets, beside, order, from, size, after, explained);
    }

    /// With the numbers of a field that stands beside the documents.
    public SearchQuestion beside(String field, SearchNumbers numbers) {
        Map<String, SearchNumbers> all = new HashMap<>(beside);
        all.put(field, numbers);
        return new SearchQuestion(text, filters, facets, all, order, from, size, after, explained);
    }

    /// Asking by numbers that were not brought along is a mistake in the program.
    public SearchNumbers numbers(SearchField.Beside field) {
        SearchNumbers numbers = beside.get(field.name());
        if (numbers == null) {
            throw new IllegalArgumentException("no numbers of " + field.name() + " came with the question");
        }
        return numbers;
    }

    private static <T> List<T> and(Collection<T> some, Collection<T> more) {
        List<T> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }
}
