package tsukasa.search.lucene;

import org.apache.lucene.document.DoubleField;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.SortedSetSelector;
import tsukasa.search.SearchField;
import tsukasa.search.SearchOrder;
import tsukasa.search.SearchQuestion;
import tsukasa.search.SearchShape;

/// The order of hits: equals by their ids, what has no value at the end either way.
final class Ordering {
    private static final SortField BY_ID = new SortField(Fields.ID, SortField.Type.STRING);

    private Ordering() {}

    static Sort of(SearchShape shape, Snapshot index, SearchQuestion question) {
        SearchOrder order = question.order();
        String field = order.field();
        if (field == null) {
            return new Sort(SortField.FIELD_SCORE, BY_ID);
        }
        SearchField by = shape.field(field, SearchField.class);
        return new Sort(
                by instanceof SearchField.Beside beside
                        ? index.beside.order(beside, question.numbers(beside), order.falling())
                        : by(by, order.falling()),
                BY_ID);
    }

    private static SortField by(SearchField field, boolean falling) {
        SortedNumericSelector.Type which = falling ? SortedNumericSelector.Type.MAX : SortedNumericSelector.Type.MIN;
        return switch (field) {
            case SearchField.Text text -> throw new IllegalArgumentException(text.name() + " is a text");
            case SearchField.Beside beside -> throw new IllegalArgumentException(beside.name() + " stands beside");
            case SearchField.Keyword keyword ->
                KeywordField.newSortField(
                        keyword.name(),
                        falling,
                        falling ? SortedSetSelector.Type.MAX : SortedSetSelector.Type.MIN,
                        falling ? SortField.STRING_FIRST : SortField.STRING_LAST);
            case SearchField.Number number ->
                DoubleField.newSortField(
                        number.name(), falling, which, falling ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
            case SearchField.Day day ->
                LongField.newSortField(day.name(), falling, which, falling ? Long.MIN_VALUE : Long.MAX_VALUE);
        };
    }
}
