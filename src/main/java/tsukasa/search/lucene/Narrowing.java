package tsukasa.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.DoubleField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import tsukasa.search.SearchAnswer;
import tsukasa.search.SearchField;
import tsukasa.search.SearchFilter;
import tsukasa.search.SearchQuestion;
import tsukasa.search.SearchShape;

/// Finds all documents of a question, as a set of bits, and counts their values. A field's own choice is left out of
/// its counts, so that further values of it can be chosen.
final class Narrowing {
    private final SearchShape shape;
    private final Snapshot index;
    private final SearchQuestion question;

    Narrowing(SearchShape shape, Snapshot index, SearchQuestion question) {
        this.shape = shape;
        this.index = index;
        this.question = question;
    }

    Narrowed narrow(Query text) {
        try {
            FixedBitSet base = base(text);
            Map<String, FixedBitSet> chosen = choices();
            FixedBitSet all = base.clone();
            chosen.values().forEach(all::and);
            List<SearchAnswer.Facet> facets = new ArrayList<>();
            for (SearchQuestion.FacetWish wish : question.facets()) {
                shape.field(wish.field(), SearchField.Keyword.class);
                FixedBitSet among = chosen.containsKey(wish.field()) ? without(wish.field(), base, chosen) : all;
                facets.add(new Counting(index, wish.field()).count(among, wish.top()));
            }
            return new Narrowed(all, all.cardinality(), facets);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FixedBitSet without(String field, FixedBitSet base, Map<String, FixedBitSet> chosen) {
        FixedBitSet among = base.clone();
        chosen.forEach((other, documents) -> {
            if (!other.equals(field)) {
                among.and(documents);
            }
        });
        return among;
    }

    /// What text and filters leave, other than choices of fields that are counted.
    private FixedBitSet base(Query text) throws IOException {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        all.add(text, Occur.FILTER);
        for (SearchFilter filter : question.filters()) {
            if (!isChoice(filter)) {
                all.add(query(filter), Occur.FILTER);
            }
        }
        return documents(all.build());
    }

    private Map<String, FixedBitSet> choices() throws IOException {
        Map<String, FixedBitSet> chosen = new HashMap<>();
        for (SearchFilter filter : question.filters()) {
            if (isChoice(filter)) {
                FixedBitSet documents = documents(query(filter));
                chosen.merge(filter.field(), documents, (a, b) -> {
                    a.and(b);
                    return a;
                });
            }
        }
        return chosen;
    }

    private boolean isChoice(SearchFilter filter) {
        return filter instanceof SearchFilter.AnyOf
                && question.facets().stream().anyMatch(wish -> wish.field().equals(filter.field()));
    }

    private FixedBitSet documents(Query query) throws IOException {
        FixedBitSet documents = new FixedBitSet(Math.max(1, index.reader.maxDoc()));
        Weight weight = index.searcher.createWeight(index.searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
        for (LeafReaderContext leaf : index.reader.leaves()) {
            Scorer scorer = weight.scorer(leaf);
            if (scorer != null) {
                FixedBitSet part = new FixedBitSet(leaf.reader().maxDoc());
                DocIdSetIterator found = scorer.iterator();
                found.nextDoc();
                found.intoBitSet(DocIdSetIterator.NO_MORE_DOCS, part, 0);
                if (leaf.reader().getLiveDocs() != null) {
                    leaf.reader().getLiveDocs().applyMask(part, 0);
                }
                FixedBitSet.orRange(part, 0, documents, leaf.docBase, part.length());
            }
        }
        return documents;
    }

    private Query query(SearchFilter filter) {
        return switch (filter) {
            case SearchFilter.AnyOf(String field, Set<String> values) -> oneOf(field, values);
            case SearchFilter.AllOf(String field, Set<String> values) -> {
                BooleanQuery.Builder all = everything();
                values.forEach(value -> all.add(oneOf(field, Set.of(value)), Occur.FILTER));
                yield all.build();
            }
            case SearchFilter.NoneOf(String field, Set<String> values) ->
                everything().add(oneOf(field, values), Occur.MUST_NOT).build();
            case SearchFilter.Numbers(String field, Double from, Double to) ->
                numbers(
                        field,
                        from == null ? Double.NEGATIVE_INFINITY : from,
                        to == null ? Double.POSITIVE_INFINITY : to);
            case SearchFilter.Days(String field, LocalDate from, LocalDate to) ->
                LongField.newRangeQuery(
                        shape.field(field, SearchField.Day.class).name(),
                        from == null ? Long.MIN_VALUE : from.toEpochDay(),
                        to == null ? Long.MAX_VALUE : to.toEpochDay());
            case SearchFilter.Exists(String field) -> {
                if (shape.field(field, SearchField.class) instanceof SearchField.Text) {
                    throw new IllegalArgumentException(field + " is a text");
                }
                yield shape.field(field, SearchField.class) instanceof SearchField.Beside
                        ? numbers(field, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY)
                        : new FieldExistsQuery(field);
            }
        };
    }

    private static BooleanQuery.Builder everything() {
        return new BooleanQuery.Builder().add(MatchAllDocsQuery.INSTANCE, Occur.FILTER);
    }

    private Query numbers(String field, double from, double to) {
        if (!(shape.field(field, SearchField.class) instanceof SearchField.Beside beside)) {
            return DoubleField.newRangeQuery(
                    shape.field(field, SearchField.Number.class).name(), from, to);
        }
        try {
            return new FoundBefore(index.beside.between(index.reader, beside, question.numbers(beside), from, to));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Query oneOf(String field, Set<String> values) {
        String name = shape.field(field, SearchField.Keyword.class).name();
        if (values.size() == 1) {
            return new TermQuery(
                    new Term(name, Fields.cutKeyword(values.iterator().next())));
        }
        return new TermInSetQuery(
                name,
                values.stream()
                        .map(value -> new BytesRef(Fields.cutKeyword(value)))
                        .toList());
    }
}
