package tsukasa.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.FuzzyTermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.jspecify.annotations.Nullable;
import tsukasa.search.AskedText;
import tsukasa.search.SearchField;
import tsukasa.search.SearchIndex.Suggestion;
import tsukasa.search.SearchShape;
import tsukasa.search.TextLanguage;

/// Completes names and mends misspelt words with what the index has.
final class Completing {
    private static final int MOST_SEEN = 50_000;
    private static final int MOST_WORDS = 6;
    private final SearchShape shape;
    private final Fields fields;
    private final Snapshot index;

    Completing(SearchShape shape, Fields fields, Snapshot index) {
        this.shape = shape;
        this.fields = fields;
        this.index = index;
    }

    List<Suggestion> suggest(String field, String beginning, int atMost) throws IOException {
        String key = Readings.key(beginning);
        Map<String, Long> found = new HashMap<>();
        if (!key.isEmpty()) {
            BytesRef begins = new BytesRef(key);
            for (LeafReaderContext leaf : index.reader.leaves()) {
                Terms terms = leaf.reader().terms(field + Fields.BEGINNINGS);
                if (terms != null) {
                    collect(terms.iterator(), begins, found);
                }
            }
        }
        Comparator<Suggestion> frequent =
                Comparator.comparingLong(Suggestion::documents).reversed();
        return found.entrySet().stream()
                .map(entry -> new Suggestion(entry.getKey(), entry.getValue()))
                .sorted(frequent.thenComparing(Suggestion::value))
                .limit(Math.clamp(atMost, 0, 100))
                .toList();
    }

    private static void collect(TermsEnum terms, BytesRef begins, Map<String, Long> found) throws IOException {
        Map<String, Long> here = new HashMap<>();
        int seen = 0;
        if (terms.seekCeil(begins) != TermsEnum.SeekStatus.END) {
            BytesRef term = terms.term();
            while (term != null && seen++ < MOST_SEEN && StringHelper.startsWith(term, begins)) {
                String whole = term.utf8ToString();
                here.merge(whole.substring(whole.indexOf('\u0000') + 1), (long) terms.docFreq(), Math::max);
                term = terms.next();
            }
        }
        here.forEach((value, documents) -> found.merge(value, documents, Long::sum));
    }

    /// The text with a known word for each unknown one; absent when nothing is to be mended.
    Optional<String> mend(String typed) throws IOException {
        String mended = typed;
        int words = 0;
        for (AskedText.Part part : AskedText.read(typed, shape).parts()) {
            if (part.kind() == AskedText.Kind.WORD && !part.excluded() && words++ < MOST_WORDS) {
                String word = Folded.fold(part.text());
                String better = better(word, part.field());
                if (better != null && !better.equals(word)) {
                    mended = mended.replace(part.text(), better);
                }
            }
        }
        return mended.equals(typed) ? Optional.empty() : Optional.of(mended);
    }

    private @Nullable String better(String word, @Nullable String field) throws IOException {
        int length = word.codePointCount(0, word.length());
        if (length < 4 || length > 40) {
            return null;
        }
        String best = null;
        double bestWorth = 0;
        for (String name : wordFields(field)) {
            Terms terms = MultiTerms.getTerms(index.reader, name);
            if (terms != null) {
                if (isKnown(terms, word) || isKnown(terms, Tokens.inside(fields.analyzer, name, word))) {
                    return null;
                }
                FuzzyTermsEnum near = new FuzzyTermsEnum(terms, new Term(name, word), length < 6 ? 1 : 2, 1, true);
                for (BytesRef term = near.next(); term != null; term = near.next()) {
                    double worth = near.getBoost() * (1 + 0.1 * Math.log(near.docFreq()));
                    if (worth > bestWorth) {
                        bestWorth = worth;
                        best = term.utf8ToString();
                    }
                }
            }
        }
        return best;
    }

    private static boolean isKnown(Terms terms, String word) throws IOException {
        return !word.isEmpty() && terms.iterator().seekExact(new BytesRef(word));
    }

    private List<String> wordFields(@Nullable String only) {
        List<String> names = new ArrayList<>();
        for (SearchField field : shape.fields()) {
            if (only == null || only.equals(field.name())) {
                if (field instanceof SearchField.Text text) {
                    names.add(text.name());
                    if (text.language() == TextLanguage.JA) {
                        names.add(text.name() + Fields.PIECES);
                    }
                } else if (field instanceof SearchField.Keyword keyword && (keyword.weight() > 0 || only != null)) {
                    names.add(keyword.name() + Fields.WORDS);
                }
            }
        }
        return names;
    }
}
