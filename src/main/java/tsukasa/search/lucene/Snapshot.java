package tsukasa.search.lucene;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.OrdinalMap;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;
import tsukasa.search.SearchOrder;
import tsukasa.search.SearchQuestion;

/// An index as it was at one mark, for as long as somebody searches it.
final class Snapshot {
    private static final int REMEMBERED = 64;
    final DirectoryReader reader;
    final IndexSearcher searcher;
    final long mark;
    final BesideValues beside;
    private final Map<String, OrdinalMap> numbers = new ConcurrentHashMap<>();
    private final Map<SearchQuestion, Narrowed> narrowed = new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<SearchQuestion, Narrowed> eldest) {
            return size() > REMEMBERED;
        }
    };

    Snapshot(DirectoryReader reader, long mark, BesideValues beside) {
        this.beside = beside;
        this.reader = reader;
        this.mark = mark;
        this.searcher = new IndexSearcher(reader);
        searcher.setQueryCache(null);
    }

    boolean take() {
        return reader.tryIncRef();
    }

    void giveBack() throws IOException {
        reader.decRef();
    }

    /// How the values of a field are numbered across the segments; absent when there is at most one.
    @Nullable
    OrdinalMap numbers(String field) throws IOException {
        OrdinalMap known = numbers.get(field);
        if (known == null
                && MultiDocValues.getSortedSetValues(reader, field)
                        instanceof MultiDocValues.MultiSortedSetDocValues several) {
            known = several.mapping;
            numbers.put(field, known);
        }
        return known;
    }

    /// The same words and filters are asked again for every page.
    Narrowed remembered(SearchQuestion question, Supplier<Narrowed> other) {
        SearchQuestion key = new SearchQuestion(
                question.text(),
                question.filters(),
                question.facets(),
                question.beside(),
                SearchOrder.BEST,
                0,
                0,
                null,
                false);
        synchronized (narrowed) {
            Narrowed known = narrowed.get(key);
            if (known != null) {
                return known;
            }
        }
        Narrowed made = other.get();
        synchronized (narrowed) {
            narrowed.put(key, made);
        }
        return made;
    }
}
