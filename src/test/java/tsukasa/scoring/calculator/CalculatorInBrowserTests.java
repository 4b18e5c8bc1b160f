package tsukasa.scoring.calculator;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tsukasa.testing.Chromium;
import tsukasa.testing.Visit;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class CalculatorInBrowserTests {
    @LocalServerPort
    private int port;

    private String address(String query) {
        return "http://localhost:" + port + "/cvss?" + query;
    }

    @ParameterizedTest
    @CsvSource({
        "lang=ja, 1280",
        "lang=en&version=2.0, 390",
        "lang=ja&vector=CVSS:4.0/AV:N/AC:L/AT:P/PR:N/UI:A/VC:H/VI:N/VA:H/SC:N/SI:L/SA:N/E:P/MSI:S/U:Amber, 390",
        "lang=en&vector=CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:L/A:N/E:F/CR:H, 1280",
        "lang=en&vector=AV:N, 320",
    })
    void the_calculator_is_accessible_and_fits_its_window(String query, int width) {
        try (Visit visit = Chromium.open(address(query), width)) {
            visit.assertGood();
        }
    }

    @Test
    void the_score_and_the_address_follow_each_choice() {
        try (Visit visit = Chromium.open(address("lang=en&version=3.1"), 1280)) {
            Page page = visit.page();
            for (String choice : new String[] {"AV:N", "AC:L", "PR:L", "UI:N", "S:U", "C:H", "I:L", "A:N"}) {
                choose(page, choice);
            }
            assertThat(page.locator("#score .big")).hasText("7.1");
            assertThat(page.locator("#score-words")).containsText("The attacker needs an ordinary account.");
            choose(page, "PR:N");
            assertThat(page.locator("#score .big")).hasText("8.2");
            assertThat(page.url()).endsWith("/cvss?vector=CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:L/A:N");
            assertThat(page.locator("[data-copy]")).isVisible();
            visit.assertGood();
        }
    }

    @Test
    void without_script_a_button_calculates() {
        try (Visit visit = Chromium.openWithoutScript(address("lang=en&version=2.0"), 1280)) {
            Page page = visit.page();
            for (String choice : new String[] {"AV:N", "AC:L", "Au:N", "C:P", "I:P", "A:P"}) {
                choose(page, choice);
            }
            page.locator("form button", new Page.LocatorOptions().setHasText("Calculate"))
                    .click();
            assertThat(page.locator("#score .big")).hasText("7.5");
            assertThat(page.locator("[data-copy]")).isHidden();
        }
    }

    private static void choose(Page page, String choice) {
        String[] parts = choice.split(":", -1);
        page.locator("input[name='" + parts[0] + "'][value='" + parts[1] + "']").check();
    }
}
