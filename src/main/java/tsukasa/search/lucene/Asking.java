package tsukasa.search.lucene;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import tsukasa.search.AskedText;
import tsukasa.search.SearchField;
import tsukasa.search.SearchShape;
import tsukasa.search.TextLanguage;

/// Makes a query of what was typed. Every part must be found, each in whichever field it is found best.
final class Asking {
    private static final float OTHER_FIELDS = 0.1f;
    /// So many Japanese words of one part must all be found; of more, three in four.
    private static final int ALL_OF = 6;
    private static final int MOST_GROUPS = 16;

    private final SearchShape shape;
    private final Fields fields;

    Asking(SearchShape shape, Fields fields) {
        this.shape = shape;
        this.fields = fields;
    }

    Query query(String typed) {
        if (typed.isBlank()) {
            return MatchAllDocsQuery.INSTANCE;
        }
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        int wanted = 0;
        int unwanted = 0;
        for (AskedText.Part part : AskedText.read(typed, shape).parts()) {
            if (!isEmptyWord(part)) {
                all.add(anywhere(part), part.excluded() ? Occur.MUST_NOT : Occur.MUST);
                wanted += part.excluded() ? 0 : 1;
                unwanted += part.excluded() ? 1 : 0;
            }
        }
        if (wanted == 0 && unwanted > 0) {
            all.add(MatchAllDocsQuery.INSTANCE, Occur.MUST);
        }
        return wanted + unwanted == 0 ? MatchNoDocsQuery.INSTANCE : all.build();
    }

    /// English texts do not keep these, so nobody can have meant to find them alone.
    private boolean isEmptyWord(AskedText.Part part) {
        return part.kind() == AskedText.Kind.WORD
                && part.field() == null
                && EnglishAnalyzer.ENGLISH_STOP_WORDS_SET.contains(Folded.fold(part.text()))
                && shape.fields().stream()
                        .anyMatch(
                                field -> field instanceof SearchField.Text text && text.language() == TextLanguage.EN);
    }

    private Query anywhere(AskedText.Part part) {
        List<Query> found = new ArrayList<>();
        for (SearchField field : shape.fields()) {
            boolean named = field.name().equals(part.field());
            if (named || part.field() == null) {
                switch (field) {
                    case SearchField.Text text -> add(found, text(text, part), text.weight());
                    case SearchField.Keyword keyword when named -> add(found, keyword(keyword, part), 1);
                    case SearchField.Keyword keyword
                    when keyword.weight() > 0 -> add(found, keyword(keyword, part), keyword.weight());
                    case SearchField.Keyword _, SearchField.Number _, SearchField.Day _, SearchField.Beside _ -> {}
                }
            }
        }
        return best(found);
    }

    private static void add(List<Query> queries, Query query, float weight) {
        if (!(query instanceof MatchNoDocsQuery)) {
            queries.add(weight == 1 ? query : new BoostQuery(query, weight));
        }
    }

    private static Query best(List<Query> queries) {
        return switch (queries.size()) {
            case 0 -> MatchNoDocsQuery.INSTANCE;
            case 1 -> queries.getFirst();
            default -> new DisjunctionMaxQuery(queries, OTHER_FIELDS);
        };
    }

    private Query text(SearchField.Text field, AskedText.Part part) {
        return switch (field.language()) {
            case JA -> japanese(field.name(), part);
            case EN -> pieces(field.name(), fields.analysis.english, part);
            case CODE -> pieces(field.name(), fields.analysis.pieces, part);
        };
    }

    private Query keyword(SearchField.Keyword field, AskedText.Part part) {
        String folded = Folded.fold(part.text());
        String whole = field.name() + Fields.FOLDED;
        List<Query> found = new ArrayList<>();
        found.add(
                part.kind() == AskedText.Kind.BEGINNING
                        ? new PrefixQuery(new Term(whole, folded))
                        : new TermQuery(new Term(whole, folded)));
        add(found, pieces(field.name() + Fields.WORDS, fields.analysis.pieces, part), 0.5f);
        return best(found);
    }

    /// Words of the dictionary, or the same characters in a row: the first finds other forms, the second what no
    /// dictionary has.
    private Query japanese(String field, AskedText.Part part) {
        String pieces = field + Fields.PIECES;
        if (Folded.fold(part.text()).chars().noneMatch(c -> Pieces.isJapanese((char) c))) {
            return pieces(pieces, fields.analysis.pieces, part);
        }
        Tokens tokens = Tokens.of(fields.analysis.pieces, part.text());
        List<Query> found = new ArrayList<>();
        add(found, inARow(pieces, tokens), 1);
        List<String> words = Tokens.words(fields.analysis.japanese, part.text());
        if (part.kind() != AskedText.Kind.PHRASE && !words.isEmpty()) {
            BooleanQuery.Builder together = new BooleanQuery.Builder();
            boolean all = words.size() <= ALL_OF;
            words.forEach(word -> together.add(new TermQuery(new Term(field, word)), all ? Occur.MUST : Occur.SHOULD));
            together.setMinimumNumberShouldMatch(all ? 0 : words.size() * 3 / 4);
            tokens.groups().stream()
                    .filter(group -> !group.japanese())
                    .limit(MOST_GROUPS)
                    .forEach(group -> together.add(group(pieces, group), Occur.MUST));
            found.add(together.build());
        }
        return best(found);
    }

    private static Query pieces(String field, Analyzer analyzer, AskedText.Part part) {
        Tokens tokens = Tokens.of(analyzer, part.text());
        String folded = Folded.fold(part.text());
        if (part.kind() == AskedText.Kind.BEGINNING && folded.chars().noneMatch(c -> Pieces.isJapanese((char) c))) {
            return new PrefixQuery(new Term(field, folded));
        }
        if (part.kind() == AskedText.Kind.PHRASE) {
            return inARow(field, tokens);
        }
        List<Tokens.Group> groups = tokens.groups();
        if (groups.isEmpty()) {
            return MatchNoDocsQuery.INSTANCE;
        }
        if (groups.size() == 1) {
            return group(field, groups.getFirst());
        }
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        groups.stream().limit(MOST_GROUPS).forEach(group -> all.add(group(field, group), Occur.MUST));
        return all.build();
    }

    private static Query group(String field, Tokens.Group group) {
        List<Tokens.Token> smallest = group.smallest();
        if (group.japanese()) {
            return inARow(field, smallest);
        }
        Query whole = new TermQuery(new Term(field, group.tokens().getFirst().term()));
        return smallest.size() < 2
                ? whole
                : new DisjunctionMaxQuery(List.of(whole, inARow(field, smallest)), OTHER_FIELDS);
    }

    private static Query inARow(String field, Tokens tokens) {
        return inARow(field, tokens.smallest());
    }

    /// A single Japanese character is mostly the first of a pair.
    private static Query inARow(String field, List<Tokens.Token> tokens) {
        if (tokens.isEmpty()) {
            return MatchNoDocsQuery.INSTANCE;
        }
        if (tokens.size() == 1) {
            Term term = new Term(field, tokens.getFirst().term());
            return tokens.getFirst().kind() == Pieces.LAST ? new PrefixQuery(term) : new TermQuery(term);
        }
        PhraseQuery.Builder phrase = new PhraseQuery.Builder();
        int first = tokens.getFirst().position();
        tokens.forEach(token -> phrase.add(new Term(field, token.term()), token.position() - first));
        return phrase.build();
    }
}
