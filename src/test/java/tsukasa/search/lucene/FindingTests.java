package tsukasa.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tsukasa.search.SearchAnswer;
import tsukasa.search.SearchBatch;
import tsukasa.search.SearchDocument;
import tsukasa.search.SearchField;
import tsukasa.search.SearchIndex.Suggestion;
import tsukasa.search.SearchQuestion;
import tsukasa.search.SearchShape;
import tsukasa.search.TextLanguage;

/// What is found by what, in the languages of the field.
class FindingTests {
    private static final SearchShape SHAPE = new SearchShape(
            "finding",
            1,
            List.of(
                    new SearchField.Text("ja", TextLanguage.JA, 1, true),
                    new SearchField.Text("en", TextLanguage.EN, 1, true),
                    new SearchField.Text("code", TextLanguage.CODE, 1, false),
                    new SearchField.Keyword("name", 0, true)),
            List.of("ログフォージェイ"));

    @TempDir
    Path folder;

    private SearchAnswer ask(String field, String text, String typed) {
        try (LuceneIndex index = new LuceneIndex(SHAPE, folder)) {
            index.apply(
                    SearchBatch.puts(SearchDocument.of("x").text(field, text).done()), index.mark() + 1);
            return (SearchAnswer) index.search(SearchQuestion.of(typed));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ａｐａｃｈｅ　Ｌｏｇ４ｊ の脆弱性 | apache log4j",
                "Apache Log4j の脆弱性 | ＬＯＧ４Ｊ",
                "ｻｲﾎﾞｳｽﾞ ガルーン | サイボウズ",
                "サイボウズ ガルーン | ｻｲﾎﾞｳｽﾞ",
                "バッファオーバーフローの問題 | バッファーオーバフロー",
                "バッファ オーバーフローの問題 | バッファオーバーフロー",
                "バッファ・オーバーフローの問題 | バッファオーバーフロー",
                "バッファオーバーフローの問題 | オーバーフロー",
                "サーバーが停止する | サーバ",
                "サーバが停止する | サーバー",
                "任意のコードを実行された | 任意コード実行",
                "権限を昇格させられる | 権限昇格",
                "情報が漏えいした | 漏えいする",
                "SQLインジェクションの脆弱性 | SQLインジェクション",
                "SQLインジェクションの脆弱性 | sql",
                "ログフォージェイの件 | ログフォージェイ",
                "大穴がある | 穴",
                "穴がある | 穴",
                "対象は CVE-2021-44228 である | cve-2021-44228",
                "東京都庁のサイト | 東京都庁"
            })
    void japanese_is_found(String text, String typed) {
        assertThat(ask("ja", text, typed).total()).as("%s by %s", text, typed).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"SQLインジェクションの脆弱性 | XMLインジェクション", "東京都のサイト | 大阪", "クロスサイトリクエストフォージェリ | \"クロスサイトスクリプティング\""})
    void other_japanese_is_not_found(String text, String typed) {
        assertThat(ask("ja", text, typed).total()).as("%s by %s", text, typed).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "executing overflows of buffers | execute overflow buffer",
                "execute an overflow | executing overflows",
                "denial of service | \"denial of service\"",
                "denial of service | denial of service",
                "see CVE-2021-44228. | CVE-2021-44228",
                "see CVE-2021-44228. | 44228",
                "see CVE-2021-44228. | 2021-44228",
                "org.apache.logging.log4j:log4j-core:2.14.1 | log4j-core",
                "org.apache.logging.log4j:log4j-core:2.14.1 | 2.14.1",
                "org.apache.logging.log4j:log4j-core:2.14.1 | org.apache.logging.log4j",
                "log4j core library | log4j-core",
                "written in C++ | C++",
                "a .NET program | .net",
                "ASP.NET core | asp.net",
                "CWE-79: scripting | cwe-79",
                "version 2.14.1, or later | 2.14.1",
                "the naïve Résumé | naïve"
            })
    void english_and_codes_are_found_whole_and_by_parts(String text, String typed) {
        assertThat(ask("en", text, typed).total()).as("%s by %s", text, typed).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "see CVE-2021-44228 | CVE-2021-4422",
                "see CVE-2021-44228 | CVE-2022-44228",
                "written in C | C++",
                "version 2.14.10 | 2.14.1",
                "version 12.14.1 | 2.14.1",
                "CWE-798 | CWE-79"
            })
    void a_code_that_only_resembles_is_not_found(String text, String typed) {
        assertThat(ask("en", text, typed).total()).as("%s by %s", text, typed).isZero();
        assertThat(ask("code", text, typed).total()).as("%s by %s", text, typed).isZero();
    }

    @Test
    void a_snippet_marks_the_word_as_it_stands() {
        SearchAnswer.Hit hit = ask("ja", "㈱例 の ｻｲﾎﾞｳｽﾞ製品", "サイボウズ").hits().getFirst();
        assertThat(hit.reasons()).containsExactly(new SearchAnswer.Reason("ja", List.of("ｻｲﾎﾞｳｽﾞ")));
        SearchAnswer.Hit far = ask("en", "filler ".repeat(300) + "needle " + "filler ".repeat(300), "needle")
                .hits()
                .getFirst();
        assertThat(far.snippets().getFirst().text())
                .contains("needle")
                .startsWith("…")
                .endsWith("…");
        assertThat(far.snippets().getFirst().text().length()).isLessThan(200);
    }

    @Test
    void a_name_in_kanji_is_suggested_by_its_reading() {
        try (LuceneIndex index = new LuceneIndex(SHAPE, folder)) {
            index.apply(
                    SearchBatch.puts(
                            SearchDocument.of("x").text("name", "富士通株式会社").done()),
                    1);
            assertThat(index.suggest("name", "ふじつ", 5)).containsExactly(new Suggestion("富士通株式会社", 1));
        }
    }
}
