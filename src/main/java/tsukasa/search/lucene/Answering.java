package tsukasa.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import tsukasa.search.AskedText;
import tsukasa.search.SearchAnswer;
import tsukasa.search.SearchCursor;
import tsukasa.search.SearchOutcome;
import tsukasa.search.SearchQuestion;
import tsukasa.search.SearchShape;

/// Answers one question from one snapshot.
final class Answering {
    private final SearchShape shape;
    private final Asking asking;
    private final Snapshot index;
    private final SearchQuestion question;

    Answering(SearchShape shape, Asking asking, Snapshot index, SearchQuestion question) {
        this.shape = shape;
        this.asking = asking;
        this.index = index;
        this.question = question;
    }

    SearchOutcome answer() throws IOException {
        long begun = System.nanoTime();
        SearchCursor cursor = question.after();
        String order = shape.name() + " " + question.order();
        Optional<FieldDoc> after = cursor == null ? Optional.empty() : Cursors.read(order, cursor);
        if (cursor != null && after.isEmpty()) {
            return new SearchOutcome.UnknownCursor();
        }
        if (cursor == null && (long) question.from() + question.size() > SearchQuestion.DEEPEST) {
            return new SearchOutcome.TooDeep(SearchQuestion.DEEPEST);
        }
        Sort sort = Ordering.of(shape, index, question);
        Query text = asking.query(question.text());
        Narrowed found = index.remembered(question, () -> new Narrowing(shape, index, question).narrow(text));
        ScoreDoc[] page = page(text, found, sort, after);
        boolean more = page.length > question.size();
        List<SearchAnswer.Hit> hits = hits(text, page);
        return new SearchAnswer(
                found.total(),
                true,
                hits,
                found.facets(),
                more && !hits.isEmpty() ? Cursors.of(order, (FieldDoc) page[hits.size() - 1]) : null,
                AskedText.read(question.text(), shape).shortened(),
                index.mark,
                (System.nanoTime() - begun) / 1_000_000);
    }

    /// The hits of the page and, to know whether there are more, the next.
    private ScoreDoc[] page(Query text, Narrowed found, Sort sort, Optional<FieldDoc> after) throws IOException {
        int from = after.isPresent() ? 0 : question.from();
        if (found.total() <= from || question.size() == 0) {
            return new ScoreDoc[0];
        }
        Query query = new FoundBefore(found.documents());
        if (question.order().field() == null) {
            query = new BooleanQuery.Builder()
                    .add(text, Occur.MUST)
                    .add(query, Occur.FILTER)
                    .build();
        }
        int most = Math.min(found.total(), from + question.size() + 1);
        TopFieldDocs top =
                index.searcher.search(query, new TopFieldCollectorManager(sort, most, after.orElse(null), 1));
        int length = Math.max(0, top.scoreDocs.length - from);
        ScoreDoc[] page = new ScoreDoc[length];
        System.arraycopy(top.scoreDocs, Math.min(from, top.scoreDocs.length), page, 0, length);
        return page;
    }

    private List<SearchAnswer.Hit> hits(Query text, ScoreDoc[] page) throws IOException {
        Explaining explaining = question.explained() && !question.text().isBlank() && page.length > 0
                ? new Explaining(shape, index, text)
                : null;
        List<SearchAnswer.Hit> hits = new ArrayList<>();
        for (ScoreDoc at : page) {
            if (hits.size() < question.size()) {
                LeafReaderContext leaf = index.reader.leaves().get(ReaderUtil.subIndex(at.doc, index.reader.leaves()));
                int document = at.doc - leaf.docBase;
                Object first = ((FieldDoc) at).fields[0];
                float score = first instanceof Float best ? best : 0;
                hits.add(
                        explaining == null
                                ? new SearchAnswer.Hit(id(leaf, document), score, List.of(), List.of())
                                : explaining.explain(id(leaf, document), score, leaf, document));
            }
        }
        return hits;
    }

    private static String id(LeafReaderContext leaf, int document) throws IOException {
        SortedDocValues ids = DocValues.getSorted(leaf.reader(), Fields.ID);
        if (!ids.advanceExact(document)) {
            throw new IOException("a document without an id");
        }
        return ids.lookupOrd(ids.ordValue()).utf8ToString();
    }
}
