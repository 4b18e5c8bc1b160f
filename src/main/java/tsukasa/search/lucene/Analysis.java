package tsukasa.search.lucene;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.ja.JapaneseBaseFormFilter;
import org.apache.lucene.analysis.ja.JapaneseKatakanaStemFilter;
import org.apache.lucene.analysis.ja.JapanesePartOfSpeechStopFilter;
import org.apache.lucene.analysis.ja.JapaneseTokenizer;
import org.apache.lucene.analysis.ja.dict.UserDictionary;
import org.jspecify.annotations.Nullable;

/// How text becomes terms. Whoever changes what comes out raises [#VERSION]: every index is then made anew.
final class Analysis {
    static final int VERSION = 2;

    /// Particles, auxiliaries and signs, which say nothing alone. Prefixes and suffixes stay: 未, 非, 化 tell words apart.
    private static final Set<String> IGNORED = Set.of(
            "助詞",
            "助詞-格助詞",
            "助詞-格助詞-一般",
            "助詞-格助詞-引用",
            "助詞-格助詞-連語",
            "助詞-接続助詞",
            "助詞-係助詞",
            "助詞-副助詞",
            "助詞-間投助詞",
            "助詞-並立助詞",
            "助詞-終助詞",
            "助詞-副助詞／並立助詞／終助詞",
            "助詞-連体化",
            "助詞-副詞化",
            "助詞-特殊",
            "助動詞",
            "記号",
            "記号-一般",
            "記号-読点",
            "記号-句点",
            "記号-空白",
            "記号-括弧開",
            "記号-括弧閉",
            "その他-間投",
            "フィラー",
            "非言語音");

    private static final Set<String> EMPTY_WORDS = Set.of("する", "ある", "いる", "なる", "こと", "もの", "よる", "等", "れる", "られる");

    /// Exact pieces: codes, and pairs of Japanese characters.
    final Analyzer pieces = new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            return new TokenStreamComponents(new PiecesTokenizer());
        }

        /// No phrase reaches from one value into the next.
        @Override
        public int getPositionIncrementGap(String field) {
            return 100;
        }
    };

    /// English words without their endings, else pieces.
    final Analyzer english = new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer pieces = new PiecesTokenizer();
            TokenStream words = new StopFilter(pieces, EnglishAnalyzer.ENGLISH_STOP_WORDS_SET);
            return new TokenStreamComponents(pieces, new KStemFilter(words));
        }
    };

    /// Japanese words in their dictionary form.
    final Analyzer japanese;

    Analysis(List<String> names) {
        UserDictionary own = dictionary(names);
        CharArraySet empty = new CharArraySet(EMPTY_WORDS, false);
        japanese = new Analyzer() {
            @Override
            protected Reader initReader(String field, Reader whole) {
                return new JapaneseOnly(whole);
            }

            @Override
            protected TokenStreamComponents createComponents(String field) {
                Tokenizer words = new JapaneseTokenizer(own, true, true, JapaneseTokenizer.Mode.SEARCH);
                TokenStream plain = new JapaneseBaseFormFilter(words);
                plain = new JapanesePartOfSpeechStopFilter(plain, IGNORED);
                return new TokenStreamComponents(words, new JapaneseKatakanaStemFilter(new StopFilter(plain, empty)));
            }
        };
    }

    /// Each name stays one word; names that a dictionary line cannot hold are found by their pairs anyway.
    private static @Nullable UserDictionary dictionary(List<String> names) {
        String lines = names.stream()
                .map(Folded::fold)
                .filter(name -> !name.isEmpty() && name.chars().allMatch(c -> Pieces.isJapanese((char) c)))
                .distinct()
                .map(name -> name + "," + name + "," + name + ",カスタム名詞")
                .collect(Collectors.joining("\n"));
        try {
            return lines.isEmpty() ? null : UserDictionary.open(new StringReader(lines));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
