package tsukasa.plan.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import tsukasa.testing.Chromium;
import tsukasa.testing.Visit;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(YearSoFar.class)
class PlanPagesInBrowserTests {
    private static final Pattern SHEET = Pattern.compile("/Type\\s*/Page[^s]");

    @LocalServerPort
    private int port;

    @Autowired
    private YearSoFar.Told year;

    @BeforeEach
    void the_year_so_far() {
        year.once();
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }

    private String address(String path, String language) {
        return address(path) + (path.contains("?") ? "&" : "?") + "lang=" + language;
    }

    @ParameterizedTest
    @CsvSource({
        "/plan/fy2021,ja,1280",
        "/plan/fy2021,en,390",
        "/plan/fy2021?q=SECURITY,en,1280",
        "/plan/fy2021?q=nothing-at-all,ja,390",
        "/plan/fy2021/places/1-1-4-2-b,ja,1280",
        "/plan/fy2021/places/1-1-4-2-b,en,390",
        "/plan/fy2021/places/1-1,en,1280",
        "/plan/fy2021/places/6,ja,390",
        "/plan/fy2021/indicators,ja,1280",
        "/plan/fy2021/indicators,en,390",
        "/plan/fy2021/indicators?status=uncountable,ja,390",
        "/plan/fy2021/indicators/SEC-2,ja,1280",
        "/plan/fy2021/indicators/SEC-2,en,390",
        "/plan/fy2021/indicators/SEC-3?threshold=SEC-3.b,ja,1280",
        "/plan/fy2021/indicators/SEC-3,en,390",
        "/plan/fy2021/indicators/HRD-3,ja,390",
        "/plan/fy2021/indicators/SEC-2?q=nobody,en,390",
        "/plan/fy2021/targets,ja,1280",
        "/plan/fy2021/targets,en,390",
        "/plan/fy2021/tables,ja,1280",
        "/plan/fy2021/tables,en,390",
        "/plan/fy2021/tables/1-4,ja,1280",
        "/plan/fy2021/tables/1-4,en,390",
        "/plan/fy2021/tables/2-1,en,1280",
        "/plan/fy2021/tables/2-1,ja,390",
        "/plan/fy2021/api,ja,390",
        "/plan/fy2021/api,en,1280",
        "/plan/results/R-000001,ja,1280",
        "/plan/results/R-000001,en,390",
        "/plan/fy2021/indicators?as_of=1999-01-01,ja,390",
        "/plan/fy1999,en,390",
    })
    void every_page_of_the_plan_is_accessible_fits_its_window_and_asks_nobody_else(
            String path, String language, int width) {
        try (Visit visit = Chromium.open(address(path, language), width)) {
            String name = path.replaceAll("[^A-Za-z0-9.-]+", "_").substring(1);
            visit.picture(name + "-" + language + "-" + width).assertGood();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/plan/fy2021,320",
        "/plan/fy2021/indicators,320",
        "/plan/fy2021/indicators/SEC-2,320",
        "/plan/fy2021/indicators,800",
        "/plan/fy2021/tables/1-4,1024"
    })
    void nothing_overflows_at_any_width(String path, int width) {
        try (Visit visit = Chromium.open(address(path, "en"), width)) {
            visit.assertFits();
        }
    }

    @Test
    void a_number_leads_to_its_rows_and_a_row_to_its_record_without_script() {
        try (Visit visit = Chromium.openWithoutScript(address("/plan/fy2021/indicators", "ja"), 1280)) {
            Page page = visit.page();
            page.locator("a.n[href*='SEC-2.a']").click();
            String value = page.locator(".figure-line a.n").innerText();
            assertThat(page.locator("ol.count li").last().locator("a.n").innerText())
                    .isEqualTo(value);
            assertThat(page.locator("#rows .pager .sum").innerText()).startsWith(value + "行");
            page.locator("#rows tbody a").first().click();
            assertThat(page.url()).contains("/security-action/register/SA-2021-");
        }
    }

    @Test
    void a_step_of_the_counting_opens_its_own_rows() {
        try (Visit visit = Chromium.openWithoutScript(address("/plan/fy2021/indicators/SEC-2", "en"), 1280)) {
            Page page = visit.page();
            var first = page.locator("ol.count li").first().locator("a.n");
            String rows = first.innerText();
            first.click();
            assertThat(page.locator("#rows .pager .sum").innerText()).contains("of " + rows + " rows");
        }
    }

    @Test
    void an_entered_row_names_its_department_and_its_evidence() {
        try (Visit visit = Chromium.openWithoutScript(address("/plan/fy2021/indicators/SEC-1", "ja"), 1280)) {
            Page page = visit.page();
            assertThat(page.locator("#rows tbody tr").first().innerText()).contains("セキュリティセンター", "議事録.pdf");
            page.locator("#rows tbody a").first().click();
            assertThat(page.locator("main").innerText())
                    .contains("SHA-256", "議事録.pdf")
                    .doesNotContain("記録 一郎");
        }
    }

    @Test
    void the_day_and_the_knowledge_asked_for_stay_while_one_filters() {
        String path = "/plan/fy2021/indicators/SEC-3?threshold=SEC-3.b&as_of=2021-09-30&known_at=2021-08-31";
        try (Visit visit = Chromium.openWithoutScript(address(path), 1280)) {
            Page page = visit.page();
            page.locator("#q").fill("回答");
            page.locator(".filter-bar button").click();
            assertThat(page.url())
                    .contains("threshold=SEC-3.b")
                    .contains("as_of=2021-09-30")
                    .contains("known_at=2021-08-31");
            assertThat(page.locator("#rows .chip, #rows .chips").first().innerText())
                    .contains("回答");
        }
    }

    @Test
    void the_seventeen_targets_print_on_one_sheet() {
        try (Visit visit = Chromium.open(address("/plan/fy2021/indicators", "ja"), 1280)) {
            Page page = visit.page();
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            for (String part : List.of(".nav", ".tools", ".viewpoint", ".foot .grid")) {
                assertThat(page.locator(part).count()).as(part).isPositive();
                assertThat(page.locator(part).first().isVisible()).as(part).isFalse();
            }
            assertThat(page.locator(".paper").isVisible()).isTrue();
            assertThat(page.locator("table.ind tbody tr:not(.g)").count()).isEqualTo(17);
            byte[] paper = page.pdf(new Page.PdfOptions().setFormat("A4").setPreferCSSPageSize(true));
            long sheets = SHEET.matcher(new String(paper, StandardCharsets.ISO_8859_1))
                    .results()
                    .count();
            assertThat(sheets).isEqualTo(1);
        }
    }

    @Test
    void the_status_of_every_target_is_a_word_and_a_shape() {
        try (Visit visit = Chromium.open(address("/plan/fy2021/indicators", "ja"), 1280)) {
            Page page = visit.page();
            assertThat(page.locator("table.ind .stc svg").count()).isEqualTo(17);
            assertThat(page.locator("table.ind .stc").allInnerTexts())
                    .allMatch(
                            word -> List.of("達成", "順調", "やや遅れ", "未達のおそれ", "集計前").contains(word.strip()));
        }
    }

    @Test
    void the_plan_is_searched_with_the_keyboard_alone() {
        try (Visit visit = Chromium.openWithoutScript(address("/plan/fy2021", "ja"), 390)) {
            Page page = visit.page();
            page.locator("#q").focus();
            page.keyboard().type("ＳＥＣＵＲＩＴＹ　ＡＣＴＩＯＮ");
            page.keyboard().press("Enter");
            assertThat(page.locator("[role=status]").innerText()).contains("か所が当てはまります");
            assertThat(page.locator(".plan-tree a[href='/security-action']")
                            .first()
                            .isVisible())
                    .isTrue();
        }
    }
}
