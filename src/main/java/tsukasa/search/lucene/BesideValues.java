package tsukasa.search.lucene;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.WeakHashMap;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DoubleValues;
import org.apache.lucene.search.DoubleValuesSource;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SortField;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;
import tsukasa.search.SearchField;
import tsukasa.search.SearchNumbers;

/// Numbers that came with questions, one for each document of a segment: made once, and kept as long as both segment
/// and
/// numbers are there.
final class BesideValues {
    private final Map<IndexReader.CacheKey, Map<SearchNumbers, Map<String, double[]>>> kept = new WeakHashMap<>();

    /// All documents whose number is in the range, both ends included.
    FixedBitSet between(DirectoryReader reader, SearchField.Beside field, SearchNumbers numbers, double from, double to)
            throws IOException {
        FixedBitSet found = new FixedBitSet(Math.max(1, reader.maxDoc()));
        for (LeafReaderContext leaf : reader.leaves()) {
            double[] values = values(leaf, field.keyword(), numbers);
            for (int at = 0; at < values.length; at++) {
                if (values[at] >= from && values[at] <= to) {
                    found.set(leaf.docBase + at);
                }
            }
        }
        return found;
    }

    SortField order(SearchField.Beside field, SearchNumbers numbers, boolean falling) {
        return new Source(field.keyword(), numbers, falling ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY)
                .getSortField(falling);
    }

    private synchronized double[] values(LeafReaderContext leaf, String keyword, SearchNumbers numbers)
            throws IOException {
        IndexReader.CacheHelper helper = leaf.reader().getCoreCacheHelper();
        if (helper == null) {
            return made(leaf, keyword, numbers);
        }
        Map<String, double[]> known = kept.computeIfAbsent(helper.getKey(), _ -> new WeakHashMap<>())
                .computeIfAbsent(numbers, _ -> new HashMap<>());
        double[] values = known.get(keyword);
        if (values == null) {
            values = made(leaf, keyword, numbers);
            known.put(keyword, values);
        }
        return values;
    }

    /// NaN, which is in no range, for documents of none or several values.
    private static double[] made(LeafReaderContext leaf, String keyword, SearchNumbers numbers) throws IOException {
        SortedSetDocValues values = DocValues.getSortedSet(leaf.reader(), keyword);
        double[] ofValue = new double[Math.toIntExact(values.getValueCount())];
        for (int value = 0; value < ofValue.length; value++) {
            ofValue[value] = numbers.of(values.lookupOrd(value).utf8ToString());
        }
        double[] ofDocument = new double[leaf.reader().maxDoc()];
        Arrays.fill(ofDocument, Double.NaN);
        for (int at = values.nextDoc(); at < ofDocument.length; at = values.nextDoc()) {
            if (values.docValueCount() == 1) {
                ofDocument[at] = ofValue[(int) values.nextOrd()];
            }
        }
        return ofDocument;
    }

    /// @param none what counts for a document without a number
    private final class Source extends DoubleValuesSource {
        private final String keyword;
        private final SearchNumbers numbers;
        private final double none;

        private Source(String keyword, SearchNumbers numbers, double none) {
            this.keyword = keyword;
            this.numbers = numbers;
            this.none = none;
        }

        @Override
        public DoubleValues getValues(LeafReaderContext leaf, @Nullable DoubleValues scores) throws IOException {
            double[] values = values(leaf, keyword, numbers);
            return new DoubleValues() {
                private double value;

                @Override
                public double doubleValue() {
                    return value;
                }

                @Override
                public boolean advanceExact(int document) {
                    value = Double.isNaN(values[document]) ? none : values[document];
                    return true;
                }
            };
        }

        @Override
        public boolean needsScores() {
            return false;
        }

        @Override
        public DoubleValuesSource rewrite(IndexSearcher searcher) {
            return this;
        }

        @Override
        public boolean isCacheable(LeafReaderContext leaf) {
            return false;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Source source
                    && source.keyword.equals(keyword)
                    && source.numbers == numbers
                    && source.none == none;
        }

        @Override
        public int hashCode() {
            return Objects.hash(keyword, System.identityHashCode(numbers), none);
        }

        @Override
        public String toString() {
            return "beside " + keyword;
        }
    }
}
