package tsukasa.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What every engine of search must do.
public abstract class SearchIndexContract {
    public static final SearchShape SHAPE = SearchShape.of(
            "examples",
            1,
            new SearchField.Keyword("cve", 5, false),
            new SearchField.Text("title", TextLanguage.JA, 3, true),
            new SearchField.Text("body", TextLanguage.EN, 1, true),
            new SearchField.Keyword("vendor", 1, true),
            new SearchField.Keyword("severity", 0, false),
            new SearchField.Number("score"),
            new SearchField.Beside("chance", "cve"),
            new SearchField.Day("published"));

    private SearchIndex index;

    protected abstract SearchIndex empty();

    @BeforeEach
    void fill() {
        index = empty();
        index.apply(SearchBatch.puts(log4j(), openssl(), garoon()), 7);
    }

    private static SearchDocument log4j() {
        return SearchDocument.of("a")
                .text("cve", "CVE-2021-44228")
                .text("title", "Apache Log4j における任意のコードが実行される脆弱性")
                .text(
                        "body",
                        "Apache Log4j2 does not protect against attacker controlled endpoints in log4j-core 2.14.1")
                .text("vendor", "Apache Software Foundation")
                .text("severity", "critical")
                .number("score", 10.0)
                .day("published", LocalDate.of(2021, 12, 10))
                .done();
    }

    private static SearchDocument openssl() {
        return SearchDocument.of("b")
                .text("cve", "CVE-2014-0160")
                .text("title", "OpenSSL の情報漏えいの脆弱性")
                .text("body", "The TLS implementation does not properly handle heartbeat packets")
                .text("vendor", "OpenSSL")
                .text("severity", "high")
                .number("score", 7.5)
                .day("published", LocalDate.of(2014, 4, 7))
                .done();
    }

    private static SearchDocument garoon() {
        return SearchDocument.of("c")
                .text("title", "サイボウズ Garoon におけるクロスサイトスクリプティングの脆弱性")
                .texts("vendor", List.of("サイボウズ株式会社", "Apache Software Foundation"))
                .text("severity", "medium")
                .day("published", LocalDate.of(2021, 5, 1))
                .done();
    }

    private SearchAnswer ask(SearchQuestion question) {
        return (SearchAnswer) index.search(question);
    }

    private List<String> found(String text) {
        return ids(SearchQuestion.of(text));
    }

    private List<String> ids(SearchQuestion question) {
        return ask(question).hits().stream().map(SearchAnswer.Hit::id).toList();
    }

    @Test
    void changes_are_visible_with_their_mark_which_never_goes_back() {
        assertThat(index.mark()).isEqualTo(7);
        assertThat(index.apply(SearchBatch.removals("a"), 7)).isEqualTo(new Applied.Outrun(7));
        assertThat(found("")).containsExactly("a", "b", "c");
        assertThat(index.apply(SearchBatch.removals("a"), 9)).isEqualTo(new Applied.Done(9));
        assertThat(ask(SearchQuestion.of("")).mark()).isEqualTo(9);
        assertThat(found("")).containsExactly("b", "c");
    }

    @Test
    void what_is_put_again_takes_the_place_of_what_was() {
        index.apply(SearchBatch.puts(SearchDocument.of("a").text("title", "別の件").done()), 8);
        assertThat(found("Log4j")).isEmpty();
        assertThat(index.documents()).isEqualTo(3);
    }

    @Test
    void what_is_gathered_is_seen_only_when_all_of_it_is_kept() {
        SearchDocument more = SearchDocument.of("d").text("title", "別の件").done();
        assertThat(index.gather(SearchBatch.puts(more), 7, 8)).isEqualTo(new Applied.Gathered(8));
        assertThat(index.gather(SearchBatch.removals("a"), 8, 9)).isEqualTo(new Applied.Gathered(9));
        assertThat(index.mark()).isEqualTo(7);
        assertThat(found("")).containsExactly("a", "b", "c");
        assertThat(index.keep(9)).isEqualTo(new Applied.Done(9));
        assertThat(ask(SearchQuestion.of("")).mark()).isEqualTo(9);
        assertThat(found("")).containsExactly("b", "c", "d");
    }

    @Test
    void whoever_got_ready_finds_and_takes_in_the_same() {
        index.prepare();
        assertThat(index.gather(SearchBatch.removals("a"), 7, 8)).isEqualTo(new Applied.Gathered(8));
        assertThat(found("")).containsExactly("a", "b", "c");
        assertThat(index.keep(8)).isEqualTo(new Applied.Done(8));
        assertThat(found("")).containsExactly("b", "c");
    }

    @Test
    void nothing_is_gathered_or_kept_over_a_gap() {
        assertThat(index.gather(SearchBatch.removals("a"), 9, 12)).isEqualTo(new Applied.Lost(7));
        assertThat(index.gather(SearchBatch.removals("a"), 5, 12)).isEqualTo(new Applied.Outrun(7));
        assertThat(index.keep(12)).isEqualTo(new Applied.Lost(7));
        assertThat(index.gather(SearchBatch.removals("a"), 7, 8)).isEqualTo(new Applied.Gathered(8));
        index.rebuild();
        assertThat(index.keep(8)).isEqualTo(new Applied.Lost(0));
    }

    @Test
    void rebuilding_begins_with_nothing_and_mark_0() {
        assertThat(index.rebuild()).isEqualTo(new Applied.Done(0));
        assertThat(index.mark()).isZero();
        assertThat(found("")).isEmpty();
        assertThat(index.apply(SearchBatch.puts(openssl()), 1)).isEqualTo(new Applied.Done(1));
        assertThat(found("")).containsExactly("b");
    }

    @Test
    void every_word_must_be_found_in_whichever_language() {
        assertThat(found("log4j 任意")).containsExactly("a");
        assertThat(found("log4j 情報漏えい")).isEmpty();
        assertThat(found("脆弱性")).containsExactlyInAnyOrder("a", "b", "c");
    }

    @Test
    void a_phrase_is_found_in_this_order_only() {
        assertThat(found("\"heartbeat packets\"")).containsExactly("b");
        assertThat(found("\"packets heartbeat\"")).isEmpty();
        assertThat(found("\"コードが実行\"")).containsExactly("a");
    }

    @Test
    void an_excluded_word_is_absent() {
        assertThat(found("脆弱性 -log4j")).containsExactlyInAnyOrder("b", "c");
        assertThat(found("-log4j")).containsExactly("b", "c");
    }

    @Test
    void a_known_field_can_be_named_and_an_unknown_one_is_a_word() {
        assertThat(found("cve:cve-2021-44228")).containsExactly("a");
        assertThat(found("vendor:openssl")).containsExactly("b");
        assertThat(found("severity:HIGH")).containsExactly("b");
        assertThat(found("severity:log4j")).isEmpty();
        assertThat(found("colour:log4j")).isEmpty();
    }

    @Test
    void the_beginning_of_a_word_is_enough_with_a_star() {
        assertThat(found("heartb*")).containsExactly("b");
        assertThat(found("CVE-2021-*")).containsExactly("a");
        assertThat(found("eartb*")).isEmpty();
    }

    @Test
    void filters_narrow() {
        SearchQuestion all = SearchQuestion.of("");
        String apache = "Apache Software Foundation";
        assertThat(ids(all.with(new SearchFilter.AnyOf("severity", Set.of("high", "critical")))))
                .containsExactly("a", "b");
        assertThat(ids(all.with(new SearchFilter.AllOf("vendor", Set.of(apache, "サイボウズ株式会社")))))
                .containsExactly("c");
        assertThat(ids(all.with(new SearchFilter.NoneOf("vendor", Set.of(apache)))))
                .containsExactly("b");
        assertThat(ids(all.with(new SearchFilter.Numbers("score", 7.5, 9.9)))).containsExactly("b");
        assertThat(ids(all.with(new SearchFilter.Days("published", LocalDate.of(2021, 5, 1), null))))
                .containsExactly("a", "c");
        assertThat(ids(all.with(new SearchFilter.Exists("score")))).containsExactly("a", "b");
        assertThatIllegalArgumentException().isThrownBy(() -> index.search(all.with(new SearchFilter.Exists("none"))));
    }

    @Test
    void counts_leave_the_choice_of_their_own_field_out() {
        SearchAnswer answer = ask(SearchQuestion.of("脆弱性")
                .facet("severity", 10)
                .facet("vendor", 1)
                .with(new SearchFilter.AnyOf("severity", Set.of("high"))));
        assertThat(answer.total()).isEqualTo(1);
        assertThat(answer.facet("severity").orElseThrow().values())
                .containsExactlyInAnyOrder(
                        new SearchAnswer.Count("critical", 1),
                        new SearchAnswer.Count("high", 1),
                        new SearchAnswer.Count("medium", 1));
        assertThat(answer.facet("vendor").orElseThrow().values()).containsExactly(new SearchAnswer.Count("OpenSSL", 1));
        SearchAnswer.Facet all =
                ask(SearchQuestion.of("").facet("vendor", 1)).facet("vendor").orElseThrow();
        assertThat(all.values()).containsExactly(new SearchAnswer.Count("Apache Software Foundation", 2));
        assertThat(all.distinct()).isEqualTo(3);
    }

    @Test
    void an_order_puts_what_has_no_value_last_either_way_and_equals_by_id() {
        SearchQuestion all = SearchQuestion.of("");
        assertThat(ids(all.ordered(SearchOrder.rising("score")))).containsExactly("b", "a", "c");
        assertThat(ids(all.ordered(SearchOrder.falling("score")))).containsExactly("a", "b", "c");
        assertThat(ids(all.ordered(SearchOrder.falling("published")))).containsExactly("a", "c", "b");
        assertThat(ids(all.ordered(SearchOrder.rising("cve")))).containsExactly("b", "a", "c");
        assertThat(ids(all.ordered(SearchOrder.falling("cve")))).containsExactly("a", "b", "c");
    }

    private static SearchQuestion likely(Map<String, Double> chances) {
        return SearchQuestion.of("").beside("chance", cve -> chances.getOrDefault(cve, Double.NaN));
    }

    @Test
    void numbers_that_stand_beside_the_documents_narrow_and_order_as_they_come_with_the_question() {
        SearchQuestion one = likely(Map.of("CVE-2021-44228", 0.9, "CVE-2014-0160", 0.5));
        SearchQuestion other = likely(Map.of("CVE-2021-44228", 0.1, "CVE-2014-0160", 0.5));
        assertThat(ids(one.with(new SearchFilter.Numbers("chance", 0.9, null)))).containsExactly("a");
        assertThat(ids(other.with(new SearchFilter.Numbers("chance", 0.2, null))))
                .containsExactly("b");
        assertThat(ids(one.with(new SearchFilter.Exists("chance")))).containsExactly("a", "b");
        assertThat(ids(one.ordered(SearchOrder.falling("chance")))).containsExactly("a", "b", "c");
        assertThat(ids(other.ordered(SearchOrder.falling("chance")))).containsExactly("b", "a", "c");
        assertThat(ids(other.ordered(SearchOrder.rising("chance")))).containsExactly("a", "b", "c");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> index.search(SearchQuestion.of("").ordered(SearchOrder.falling("chance"))));
    }

    @Test
    void pages_in_the_order_of_numbers_beside_the_documents_go_on_by_cursor() {
        SearchQuestion question = likely(Map.of("CVE-2014-0160", 0.5)).ordered(SearchOrder.falling("chance"));
        SearchAnswer first = ask(question.goingOn(null, 2));
        assertThat(first.hits()).extracting(SearchAnswer.Hit::id).containsExactly("b", "a");
        assertThat(ids(question.goingOn(first.next(), 2))).containsExactly("c");
    }

    @Test
    void what_names_several_has_none_of_their_numbers() {
        index.apply(
                SearchBatch.puts(SearchDocument.of("d")
                        .texts("cve", List.of("CVE-2021-44228", "CVE-2014-0160"))
                        .done()),
                8);
        assertThat(ids(likely(Map.of("CVE-2021-44228", 0.9)).with(new SearchFilter.Numbers("chance", 0.0, null))))
                .containsExactly("a");
    }

    @Test
    void pages_end_with_a_clear_word_and_cursors_go_on() {
        fillUp(50);
        SearchQuestion all = SearchQuestion.of("").ordered(SearchOrder.falling("score"));
        assertThat(index.search(all.page(9_990, 20))).isEqualTo(new SearchOutcome.TooDeep(10_000));
        assertThat(index.search(all.page(Integer.MAX_VALUE, Integer.MAX_VALUE)))
                .isEqualTo(new SearchOutcome.TooDeep(10_000));
        assertThat(ids(all.page(-5, -5))).isEmpty();
        assertThat(ids(all.page(1, 2))).containsExactly("b", "n49");
        List<String> seen = new ArrayList<>();
        SearchAnswer page = ask(all.page(0, 7));
        while (page.next() != null) {
            page.hits().forEach(hit -> seen.add(hit.id()));
            page = ask(all.goingOn(page.next(), 7));
        }
        page.hits().forEach(hit -> seen.add(hit.id()));
        assertThat(seen).hasSize(53).doesNotHaveDuplicates().endsWith("c");
        assertThat(index.search(all.goingOn(new SearchCursor("x"), 7))).isEqualTo(new SearchOutcome.UnknownCursor());
        SearchCursor other = ask(all.page(0, 7)).next();
        assertThat(index.search(SearchQuestion.of("").goingOn(other, 7))).isEqualTo(new SearchOutcome.UnknownCursor());
    }

    private void fillUp(int count) {
        List<SearchDocument> more = IntStream.range(0, count)
                .mapToObj(i ->
                        SearchDocument.of("n" + i).number("score", i / 100.0).done())
                .toList();
        index.apply(SearchBatch.of(more, List.of()), 8);
    }

    @Test
    void a_hit_says_what_was_found_where_and_shows_it_as_plain_text() {
        index.apply(
                SearchBatch.puts(SearchDocument.of("x")
                        .text("body", "a <b>heartbeat</b> & more")
                        .done()),
                8);
        SearchAnswer.Hit hit = ask(SearchQuestion.of("heartbeat more")).hits().getFirst();
        assertThat(hit.id()).isEqualTo("x");
        assertThat(hit.snippets().getFirst().text()).isEqualTo("a <b>heartbeat</b> & more");
        assertThat(hit.snippets().getFirst().pieces()).contains(new SearchAnswer.Piece("heartbeat", true));
        assertThat(hit.reasons()).containsExactly(new SearchAnswer.Reason("body", List.of("heartbeat", "more")));
        assertThat(ask(SearchQuestion.of("vendor:openssl")).hits().getFirst().reasons())
                .containsExactly(new SearchAnswer.Reason("vendor", List.of("OpenSSL")));
    }

    @Test
    void names_are_suggested_from_their_beginning_whatever_kana_are_typed() {
        assertThat(suggested("apa")).containsExactly("Apache Software Foundation");
        assertThat(suggested("found")).containsExactly("Apache Software Foundation");
        assertThat(suggested("さいぼ")).containsExactly("サイボウズ株式会社");
        assertThat(suggested("ｻｲﾎﾞ")).containsExactly("サイボウズ株式会社");
        assertThat(suggested("")).isEmpty();
        assertThat(suggested("zzz")).isEmpty();
    }

    private List<String> suggested(String beginning) {
        return index.suggest("vendor", beginning, 10).stream()
                .map(SearchIndex.Suggestion::value)
                .toList();
    }

    @Test
    void a_misspelt_word_is_mended_when_that_finds_something() {
        assertThat(index.didYouMean(SearchQuestion.of("heartbaet packets"))).contains("heartbeat packets");
        assertThat(index.didYouMean(SearchQuestion.of("qqqqqqqqqq"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"",
                "\"\"",
                "\"log4j",
                "-",
                "--",
                "- -",
                ":",
                "cve:",
                ":x",
                "*",
                "***",
                "?*",
                "*log4j*",
                "\u0000",
                "\u0007\u001b[31m",
                "😀",
                "😀😀😀 👨‍👩‍👧",
                "((((",
                "a AND (b",
                ".*",
                "[a-z]+(",
                "^$",
                "a\\",
                "~~~~",
                "log4j~2^9",
                "{!lucene}x",
                "<script>",
                "' or 1=1 --",
                "\ud800",
                "ー",
                "・",
                "゛",
                "-\"",
                "title:\"",
                "。、",
                "𠮷"
            })
    void nothing_that_is_typed_is_an_error(String typed) {
        assertThat(index.search(SearchQuestion.of(typed).facet("vendor", 5))).isInstanceOf(SearchAnswer.class);
        assertThat(index.didYouMean(SearchQuestion.of(typed))).isNotNull();
        assertThat(index.suggest("vendor", typed, 5)).isNotNull();
    }

    @Test
    void what_says_nothing_finds_nothing_and_blank_finds_all() {
        assertThat(found("***")).isEmpty();
        assertThat(found("😀")).isEmpty();
        assertThat(found("  　\t")).containsExactly("a", "b", "c");
        assertThat(found("*log4j")).containsExactly("a");
    }

    @Test
    void endless_texts_are_cut_and_say_so() {
        assertThat(ask(SearchQuestion.of("log4j ".repeat(20_000))).shortened()).isTrue();
        assertThat(ask(SearchQuestion.of("あ".repeat(100_000))).shortened()).isTrue();
        assertThat(ask(SearchQuestion.of("a*".repeat(50_000))).shortened()).isTrue();
        assertThat(ask(SearchQuestion.of("log4j")).shortened()).isFalse();
    }
}
