package tsukasa.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;
import tsukasa.search.SearchAnswer;
import tsukasa.search.SearchField;
import tsukasa.search.SearchShape;

/// Says of a hit what was found in it, and where.
final class Explaining {
    private static final Analyzer PIECES = new Analysis(List.of()).pieces;
    private static final int MOST_PLACES = 200;
    private static final int MOST_WORDS = 8;
    private final SearchShape shape;
    private final Snapshot index;
    private final Weight weight;

    Explaining(SearchShape shape, Snapshot index, Query text) throws IOException {
        this.shape = shape;
        this.index = index;
        this.weight = index.searcher.createWeight(index.searcher.rewrite(text), ScoreMode.COMPLETE_NO_SCORES, 1);
    }

    SearchAnswer.Hit explain(String id, float score, LeafReaderContext leaf, int document) throws IOException {
        Matches matches = weight.matches(leaf, document);
        List<SearchAnswer.Snippet> snippets = new ArrayList<>();
        List<SearchAnswer.Reason> reasons = new ArrayList<>();
        if (matches != null) {
            Map<String, Marked> marked = marked(matches);
            Document stored = stored(leaf, document, marked.keySet());
            marked.forEach((field, places) -> {
                String text = stored.get(field);
                if (text != null) {
                    snippets.add(new SearchAnswer.Snippet(field, places.around(text)));
                    reasons.add(new SearchAnswer.Reason(field, places.words(text, MOST_WORDS)));
                } else if (shape.field(field).orElseThrow() instanceof SearchField.Text) {
                    reasons.add(new SearchAnswer.Reason(field, List.of()));
                }
            });
            keywords(matches, leaf, document, reasons);
        }
        return new SearchAnswer.Hit(id, score, snippets, reasons);
    }

    private Map<String, Marked> marked(Matches matches) throws IOException {
        Map<String, Marked> marked = new LinkedHashMap<>();
        for (SearchField field : shape.fields()) {
            if (field instanceof SearchField.Text) {
                Marked places = new Marked();
                mark(matches.getMatches(field.name()), places);
                mark(matches.getMatches(field.name() + Fields.PIECES), places);
                if (!places.isEmpty()) {
                    marked.put(field.name(), places);
                }
            }
        }
        return marked;
    }

    private static void mark(@Nullable MatchesIterator found, Marked places) throws IOException {
        int count = 0;
        while (found != null && count++ < MOST_PLACES && found.next()) {
            places.add(found.startOffset(), found.endOffset());
        }
    }

    private Document stored(LeafReaderContext leaf, int document, Set<String> fields) throws IOException {
        return fields.isEmpty() ? new Document() : leaf.reader().storedFields().document(document, fields);
    }

    /// The values in which something was found, as they stand.
    private void keywords(Matches matches, LeafReaderContext leaf, int document, List<SearchAnswer.Reason> reasons)
            throws IOException {
        for (SearchField field : shape.fields()) {
            if (field instanceof SearchField.Keyword) {
                Set<String> terms = new LinkedHashSet<>();
                terms(matches.getMatches(field.name() + Fields.FOLDED), terms);
                terms(matches.getMatches(field.name() + Fields.WORDS), terms);
                if (!terms.isEmpty()) {
                    reasons.add(new SearchAnswer.Reason(field.name(), values(field.name(), terms, leaf, document)));
                }
            }
        }
    }

    private static void terms(@Nullable MatchesIterator found, Set<String> terms) throws IOException {
        int count = 0;
        while (found != null && count++ < MOST_PLACES && found.next()) {
            found.getQuery().visit(new QueryVisitor() {
                @Override
                public void consumeTerms(Query query, Term... more) {
                    for (Term term : more) {
                        terms.add(term.text());
                    }
                }
            });
        }
    }

    private static List<String> values(String field, Set<String> terms, LeafReaderContext leaf, int document)
            throws IOException {
        List<String> found = new ArrayList<>();
        SortedSetDocValues values = DocValues.getSortedSet(leaf.reader(), field);
        if (values.advanceExact(document)) {
            for (int left = values.docValueCount(); left > 0 && found.size() < MOST_WORDS; left--) {
                String value = values.lookupOrd(values.nextOrd()).utf8ToString();
                String folded = Folded.fold(value);
                if (terms.stream().anyMatch(folded::contains)
                        || terms.stream().anyMatch(Tokens.words(PIECES, value)::contains)) {
                    found.add(value);
                }
            }
        }
        return found;
    }
}
