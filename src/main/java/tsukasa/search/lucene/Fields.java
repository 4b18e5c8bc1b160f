package tsukasa.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.DoubleField;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;
import tsukasa.search.SearchDocument;
import tsukasa.search.SearchField;
import tsukasa.search.SearchShape;
import tsukasa.search.TextLanguage;

/// The fields of an index: what each field of a shape becomes.
final class Fields {
    static final String ID = "~id";
    /// Japanese text in pieces.
    static final String PIECES = "~g";
    /// A keyword folded, in words, and under all its beginnings.
    static final String FOLDED = "~n";
    static final String WORDS = "~w";
    static final String BEGINNINGS = "~s";

    private static final String LIKELY =
            "遠隔の第三者がサービスを止めるおそれがあります。 Buffer overflow in Gateway before 5.1.4 allows others to run code.";
    private static final int PREPARING = 40;
    private static final int LONGEST_KEYWORD = 1_000;
    private static final int LONGEST_TEXT = 200_000;
    private static final FieldType TEXT = textType(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
    private static final FieldType NAME = textType(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);

    private final SearchShape shape;
    final Analysis analysis;
    final Analyzer analyzer;
    /// Names come again and again.
    private final ThreadLocal<Readings> readings = ThreadLocal.withInitial(Readings::new);

    Fields(SearchShape shape) {
        this.shape = shape;
        this.analysis = new Analysis(shape.names());
        Map<String, Analyzer> texts = new HashMap<>();
        for (SearchField field : shape.fields()) {
            if (field instanceof SearchField.Text text) {
                texts.put(text.name(), of(text.language()));
            }
        }
        this.analyzer = new DelegatingAnalyzerWrapper(Analyzer.PER_FIELD_REUSE_STRATEGY) {
            @Override
            protected Analyzer getWrappedAnalyzer(String field) {
                return texts.getOrDefault(field, analysis.pieces);
            }
        };
    }

    Analyzer of(TextLanguage language) {
        return switch (language) {
            case JA -> analysis.japanese;
            case EN -> analysis.english;
            case CODE -> analysis.pieces;
        };
    }

    /// Takes something like what is to come apart.
    void prepare() {
        for (int round = 0; round < PREPARING; round++) {
            shape.fields().forEach(field -> {
                if (field instanceof SearchField.Text text) {
                    apart(text.name());
                }
            });
        }
    }

    private void apart(String field) {
        try (TokenStream terms = analyzer.tokenStream(field, LIKELY)) {
            terms.reset();
            boolean more = terms.incrementToken();
            while (more) {
                more = terms.incrementToken();
            }
            terms.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Document document(SearchDocument source) throws IOException {
        Document document = new Document();
        document.add(new StringField(ID, source.id(), Field.Store.NO));
        document.add(new SortedDocValuesField(ID, new BytesRef(source.id())));
        for (SearchField field : shape.fields()) {
            switch (field) {
                case SearchField.Text text -> text(document, text, source);
                case SearchField.Keyword keyword -> keywords(document, keyword, source);
                case SearchField.Number number ->
                    source.numbers()
                            .getOrDefault(number.name(), List.of())
                            .forEach(value -> document.add(new DoubleField(number.name(), value, Field.Store.NO)));
                case SearchField.Day day ->
                    source.days()
                            .getOrDefault(day.name(), List.of())
                            .forEach(value ->
                                    document.add(new LongField(day.name(), value.toEpochDay(), Field.Store.NO)));
                case SearchField.Beside _ -> {}
            }
        }
        return document;
    }

    private static void text(Document document, SearchField.Text field, SearchDocument source) {
        List<String> values = source.texts().getOrDefault(field.name(), List.of());
        if (values.isEmpty()) {
            return;
        }
        String value = cut(values.size() == 1 ? values.getFirst() : String.join("\n", values), LONGEST_TEXT);
        document.add(new Field(field.name(), value, TEXT));
        if (field.language() == TextLanguage.JA) {
            document.add(new Field(field.name() + PIECES, value, TEXT));
        }
        if (field.stored()) {
            document.add(new StoredField(field.name(), value));
        }
    }

    private void keywords(Document document, SearchField.Keyword field, SearchDocument source) throws IOException {
        List<String> values =
                new ArrayList<>(new LinkedHashSet<>(source.texts().getOrDefault(field.name(), List.of())));
        for (String whole : values) {
            String value = cut(whole, LONGEST_KEYWORD);
            String folded = Folded.fold(value);
            document.add(new StringField(field.name(), value, Field.Store.NO));
            document.add(new SortedSetDocValuesField(field.name(), new BytesRef(value)));
            document.add(new StringField(field.name() + FOLDED, cut(folded, LONGEST_KEYWORD), Field.Store.NO));
            if (field.weight() > 0) {
                document.add(new Field(field.name() + WORDS, value, NAME));
            }
            if (field.suggested()) {
                for (String beginning : readings.get().of(value)) {
                    document.add(
                            new StringField(field.name() + BEGINNINGS, beginning + '\u0000' + value, Field.Store.NO));
                }
            }
        }
    }

    static String cutKeyword(String value) {
        return cut(value, LONGEST_KEYWORD);
    }

    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest);
    }

    private static FieldType textType(IndexOptions options) {
        FieldType type = new FieldType();
        type.setIndexOptions(options);
        type.setTokenized(true);
        type.freeze();
        return type;
    }
}
