package tsukasa.plan.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import tsukasa.Covers;
import tsukasa.plan.Plan;
import tsukasa.plan.PlanProgress;
import tsukasa.plan.PlanShelf;
import tsukasa.plan.ThresholdStanding;

@SpringBootTest
@AutoConfigureMockMvc
@Covers({"Ⅳ-1", "Ⅳ-2", "Ⅳ-3", "別紙1-1n", "Ⅱ-1-(1)-②.s1"})
class PlanPagesTests {
    private final MockMvc browser;
    private final PlanShelf shelf;
    private final PlanProgress progress;

    @Autowired
    PlanPagesTests(MockMvc browser, PlanShelf shelf, PlanProgress progress) {
        this.browser = browser;
        this.shelf = shelf;
        this.progress = progress;
    }

    private MvcResult answer(String address) throws Exception {
        return browser.perform(get(URI.create(address))).andReturn();
    }

    private String body(String address) throws Exception {
        MvcResult result = answer(address);
        assertThat(result.getResponse().getStatus()).as(address).isEqualTo(200);
        return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ja", "en"})
    void every_page_of_the_plan_opens_in_both_languages(String language) throws Exception {
        Plan plan = shelf.plan("fy2021").orElseThrow();
        String end = "?lang=" + language;
        for (String page : new String[] {"", "/indicators", "/tables", "/targets"}) {
            assertThat(body("/plan/fy2021" + page + end)).contains("<h1>").containsOnlyOnce("<h1");
        }
        for (var indicator : plan.indicators()) {
            assertThat(body("/plan/fy2021/indicators/" + indicator.id() + end)).containsOnlyOnce("<h1");
        }
        for (var table : plan.tables()) {
            assertThat(body("/plan/fy2021/tables/" + table.id() + end)).containsOnlyOnce("<h1");
            assertThat(answer("/plan/fy2021/tables/" + table.id() + ".xlsx" + end)
                            .getResponse()
                            .getContentAsByteArray())
                    .startsWith('P', 'K');
        }
    }

    @Test
    void the_plan_shows_every_place_with_its_anchor_and_says_not_yet_honestly() throws Exception {
        String page = body("/plan/fy2021");
        for (var item : shelf.plan("fy2021").orElseThrow().items()) {
            assertThat(page).contains("id=\"p-" + item.place().slug() + "\"");
        }
        assertThat(page).contains("まだありません");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ja", "en"})
    void every_place_has_a_page_with_its_outcome_and_its_neighbours(String language) throws Exception {
        Plan plan = shelf.plan("fy2021").orElseThrow();
        for (var item : plan.items()) {
            String page = body("/plan/fy2021/places/" + item.place().slug() + "?lang=" + language);
            assertThat(page).as(item.place().value()).containsOnlyOnce("<h1>").contains("class=\"place-nav\"");
            item.outcome()
                    .ifPresent(outcome ->
                            assertThat(page).contains(escaped(language.equals("ja") ? outcome.ja() : outcome.en())));
            item.indicators().forEach(id -> assertThat(page).contains("/plan/fy2021/indicators/" + id + "?threshold="));
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    @Test
    void a_place_is_found_by_its_address_and_as_the_plan_writes_it() throws Exception {
        String written = "%E2%85%A0-1-(4)-%E2%91%A1-b";
        assertThat(body("/plan/fy2021/places/" + written)).contains("href=\"/security-action\"");
        assertThat(body("/plan/fy2021/places/1-1-1-2-3-a")).contains("まだありません");
        assertThat(body("/plan/fy2021/places/6")).contains("計画に「なし」とあります。");
        assertThat(body("/plan/fy2021/places/1-3-1-1-3?lang=ja")).contains("再掲").doesNotContain("まだありません");
    }

    @Test
    void the_plan_is_searched_whatever_the_width_of_the_letters() throws Exception {
        assertThat(body("/plan/fy2021?q=%EF%BC%B3%EF%BC%A5%EF%BC%A3%EF%BC%B5%EF%BC%B2%EF%BC%A9%EF%BC%B4%EF%BC%B9"))
                .contains("か所が当てはまります");
        assertThat(body("/plan/fy2021?q=%3Cscript%3Ealert(1)%3C/script%3E")).doesNotContain("<script>alert");
    }

    @Test
    void all_seventeen_thresholds_stand_on_one_screen_even_when_one_cannot_be_counted() throws Exception {
        assertThat(progress.standings("fy2021")).hasSize(17);
        String page = body("/plan/fy2021/indicators");
        for (ThresholdStanding standing : progress.standings("fy2021")) {
            assertThat(page).contains("threshold=" + standing.threshold().id());
        }
    }

    @Test
    void nil_and_zero_are_told_apart_and_rounding_notes_name_both_figures() throws Exception {
        String page = body("/plan/fy2021/tables/1-4");
        assertThat(page).contains("－").contains("id=\"n1\"").contains("8,650").contains("8,651");
        assertThat(page).contains("人件費の見積り 3,175", "四捨五入");
        assertThat(body("/plan/fy2021/tables")).contains("230").contains("203").contains("27");
        assertThat(body("/plan/fy2021/tables/1-4.csv")).contains("rev.grant").contains("－");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/plan/fy2021/indicators?as_of=x",
                "/plan/fy2021/indicators?as_of=9999-12-31",
                "/plan/fy2021/indicators?as_of=2021-02-30",
                "/plan/fy2021/indicators?as_of=1999-01-01",
                "/plan/fy2021/indicators/SEC-1?known_at=x",
                "/plan/fy2021/indicators/SEC-1?step=99",
                "/plan/fy2021/indicators/SEC-1?step=-1",
                "/plan/fy2021/indicators/SEC-1?sort=passed;drop",
                "/plan/fy2021/indicators/SEC-1?page=x",
                "/plan/fy2021/indicators/SEC-1?q=%00",
                "/api/plan/fy2021/indicators?as_of=9999-99-99",
                "/api/plan/fy2021/indicators/SEC-1/rows?page=x"
            })
    void nonsense_in_an_address_is_a_clear_four_hundred(String address) throws Exception {
        assertThat(answer(address).getResponse().getStatus()).as(address).isEqualTo(400);
    }

    @Test
    void a_search_of_ten_thousand_letters_is_refused() throws Exception {
        String long_ = "a".repeat(10_000);
        assertThat(answer("/plan/fy2021?q=" + long_).getResponse().getStatus()).isEqualTo(400);
        assertThat(answer("/plan/fy2021/indicators/SEC-1?q=" + long_)
                        .getResponse()
                        .getStatus())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/plan/fy2021/indicators/SEC-1?page=-1",
                "/plan/fy2021/indicators/SEC-1?page=2147483647",
                "/plan/fy2021/indicators/SEC-1?q=%27%20or%20true%20--",
                "/plan/fy2021/indicators/SEC-1?dimension=%27%3B%20drop%20table%20plan.record%3B--",
                "/plan/fy2021/indicators?status=nonsense"
            })
    void what_can_be_answered_is_answered(String address) throws Exception {
        body(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/plan/fy1999",
                "/plan/fy2021/places/9-9-9",
                "/plan/fy2021/places/%3Cscript%3E",
                "/plan/fy2021/indicators/NO-1",
                "/plan/fy2021/tables/9-9",
                "/plan/results/R-999999",
                "/plan/results/..%2F..%2Fetc",
                "/api/plan/fy2021/tables/9-9"
            })
    void what_is_not_there_is_not_found(String address) throws Exception {
        assertThat(answer(address).getResponse().getStatus()).as(address).isIn(400, 404);
    }

    @Test
    void exact_fractions_leave_as_fractions() throws Exception {
        assertThat(body("/api/plan/fy2021/indicators"))
                .contains("\"numerator\":2,\"denominator\":3,\"decimal\":0.666667");
        assertThat(body("/api/plan/fy2021")).contains("SECURITY ACTION");
    }

    @Test
    void staff_pages_of_results_ask_for_permission() throws Exception {
        assertThat(answer("/staff/results").getResponse().getRedirectedUrl()).startsWith("/sign-in");
    }
}
