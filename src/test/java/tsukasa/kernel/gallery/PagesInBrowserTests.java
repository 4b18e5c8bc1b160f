package tsukasa.kernel.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tsukasa.testing.Chromium;
import tsukasa.testing.Visit;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class PagesInBrowserTests {
    @LocalServerPort
    private int port;

    private String address(String path, String language) {
        return "http://localhost:" + port + path + "?lang=" + language;
    }

    @ParameterizedTest
    @CsvSource({
        "/,ja,1280", "/,en,390",
        "/design,ja,1280", "/design,en,390",
        "/no-such-page,ja,1280", "/no-such-page,en,390",
    })
    void every_page_is_accessible_fits_its_window_and_asks_nobody_else(String path, String language, int width) {
        try (Visit visit = Chromium.open(address(path, language), width)) {
            String name = (path.equals("/") ? "home" : path.substring(1)) + "-" + language + "-" + width;
            visit.picture(name).assertGood();
        }
    }

    @ParameterizedTest
    @CsvSource({"ja,320", "en,320", "ja,640", "en,800", "ja,1024", "en,1600"})
    void the_components_fit_every_window(String language, int width) {
        try (Visit visit = Chromium.open(address("/design", language), width)) {
            visit.assertFits();
        }
    }

    @Test
    void the_menu_of_a_phone_opens_and_closes_from_the_keyboard() {
        try (Visit visit = Chromium.open(address("/design", "ja"), 390)) {
            Page page = visit.page();
            page.locator("details.menu summary").focus();
            page.keyboard().press("Enter");
            assertThat(page.locator("details.menu nav").isVisible()).isTrue();
            visit.assertGood();
            page.keyboard().press("Escape");
            assertThat(page.locator("details.menu nav").isVisible()).isFalse();
        }
    }

    @Test
    void without_script_the_table_stands_where_the_live_chart_would_be() {
        try (Visit visit = Chromium.openWithoutScript(address("/design", "en"), 1280)) {
            assertThat(visit.page().locator("live-chart table").isVisible()).isTrue();
            assertThat(visit.page().locator("live-chart canvas").count()).isZero();
        }
        try (Visit visit = Chromium.open(address("/design", "en"), 1280)) {
            assertThat(visit.page().locator("live-chart canvas").count()).isEqualTo(1);
        }
    }

    @Test
    void on_paper_menus_and_buttons_are_gone_and_tables_stay() {
        try (Visit visit = Chromium.open(address("/design", "ja"), 794)) {
            Page page = visit.page();
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            List<String> seen = new ArrayList<>();
            for (String part : List.of(".nav", ".menu", ".tools", ".pager", ".filter-bar", ".btns", ".foot .grid")) {
                if (page.locator(part).first().isVisible()) {
                    seen.add(part);
                }
            }
            assertThat(seen).isEmpty();
            assertThat(page.locator("table.money").isVisible()).isTrue();
            visit.picture("design-print").assertFits();
        }
    }
}
