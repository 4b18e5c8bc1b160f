package tsukasa.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.OrdinalMap;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.LongValues;
import org.jspecify.annotations.Nullable;
import tsukasa.search.SearchAnswer;

/// Counts the values of a keyword field among documents.
final class Counting {
    private final Snapshot index;
    private final String field;
    private final @Nullable OrdinalMap numbers;

    Counting(Snapshot index, String field) throws IOException {
        this.index = index;
        this.field = field;
        this.numbers = index.numbers(field);
    }

    SearchAnswer.Facet count(FixedBitSet among, int top) throws IOException {
        int[] counts = new int[Math.toIntExact(numbers == null ? single() : numbers.getValueCount())];
        for (LeafReaderContext leaf : index.reader.leaves()) {
            SortedSetDocValues values = DocValues.getSortedSet(leaf.reader(), field);
            if (values.getValueCount() > 0) {
                int[] part = numbers == null ? counts : new int[Math.toIntExact(values.getValueCount())];
                count(leaf, values, among, part);
                if (numbers != null) {
                    LongValues global = numbers.getGlobalOrds(leaf.ord);
                    for (int value = 0; value < part.length; value++) {
                        if (part[value] > 0) {
                            counts[(int) global.get(value)] += part[value];
                        }
                    }
                }
            }
        }
        return facet(counts, top);
    }

    private int single() throws IOException {
        long most = 0;
        for (LeafReaderContext leaf : index.reader.leaves()) {
            most = Math.max(most, DocValues.getSortedSet(leaf.reader(), field).getValueCount());
        }
        return Math.toIntExact(most);
    }

    private static void count(LeafReaderContext leaf, SortedSetDocValues values, FixedBitSet among, int[] counts)
            throws IOException {
        int base = leaf.docBase;
        int end = base + leaf.reader().maxDoc();
        SortedDocValues single = DocValues.unwrapSingleton(values);
        for (int at = next(among, base, end); at < end; at = next(among, at + 1, end)) {
            if (single != null) {
                if (single.advanceExact(at - base)) {
                    counts[single.ordValue()]++;
                }
            } else if (values.advanceExact(at - base)) {
                for (int left = values.docValueCount(); left > 0; left--) {
                    counts[(int) values.nextOrd()]++;
                }
            }
        }
    }

    private static int next(FixedBitSet among, int from, int end) {
        return from >= end ? end : among.nextSetBit(from, end);
    }

    private SearchAnswer.Facet facet(int[] counts, int top) throws IOException {
        Comparator<Integer> worseFirst =
                Comparator.<Integer>comparingInt(value -> counts[value]).thenComparing(Comparator.reverseOrder());
        PriorityQueue<Integer> best = new PriorityQueue<>(worseFirst);
        int distinct = 0;
        for (int value = 0; value < counts.length; value++) {
            if (counts[value] > 0) {
                distinct++;
                if (best.size() < top || counts[value] > counts[best.element()]) {
                    best.add(value);
                    if (best.size() > top) {
                        best.remove();
                    }
                }
            }
        }
        List<SearchAnswer.Count> values = new ArrayList<>();
        for (int value : best.stream().sorted(worseFirst.reversed()).toList()) {
            values.add(new SearchAnswer.Count(text(value), counts[value]));
        }
        return new SearchAnswer.Facet(field, values, distinct);
    }

    private String text(int value) throws IOException {
        for (LeafReaderContext leaf : index.reader.leaves()) {
            SortedSetDocValues values = DocValues.getSortedSet(leaf.reader(), field);
            if (numbers == null && values.getValueCount() > 0) {
                return values.lookupOrd(value).utf8ToString();
            }
            if (numbers != null && numbers.getFirstSegmentNumber(value) == leaf.ord) {
                return values.lookupOrd(numbers.getFirstSegmentOrd(value)).utf8ToString();
            }
        }
        throw new IllegalStateException("a counted value of " + field + " has no text");
    }
}
