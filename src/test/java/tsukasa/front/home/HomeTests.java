package tsukasa.front.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.MockMvc;
import tsukasa.plan.PlanShelf;

@SpringBootTest
@AutoConfigureMockMvc
class HomeTests {
    private final MockMvc browser;
    private final PlanShelf shelf;

    @Autowired
    HomeTests(MockMvc browser, PlanShelf shelf) {
        this.browser = browser;
        this.shelf = shelf;
    }

    @Test
    void anyone_sees_the_eight_things_people_come_for() throws Exception {
        String page = page("/?lang=en");
        for (String verb : Stream.of("Report", "Get advice", "Look up", "Apply", "Check yourself", "Sit an exam")
                .toList()) {
            assertThat(page).contains("<h3>" + verb + "</h3>");
        }
        assertThat(page).contains("<h3>Join</h3>", "<h3>Read</h3>");
    }

    @Test
    void a_promise_that_no_service_fulfils_yet_is_named_and_not_linked() throws Exception {
        browser.perform(get("/?lang=en"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Vulnerability reports (not yet)")))
                .andExpect(content().string(containsString("href=\"/security-action\"")))
                .andExpect(content().string(not(containsString(">Vulnerability reports</a>"))));
    }

    @Test
    void every_number_leads_to_the_rows_it_was_counted_from() throws Exception {
        var counted = Pattern.compile("<a class=\"n\" href=\"([^\"]+)\"").matcher(page("/?lang=en"));
        int numbers = 0;
        while (counted.find()) {
            numbers++;
            browser.perform(get(java.net.URI.create(counted.group(1).replace("&amp;", "&"))))
                    .andExpect(status().isOk());
        }
        assertThat(numbers).isEqualTo(4);
    }

    @Test
    void all_places_that_the_front_page_names_are_in_the_plan() {
        var plan = shelf.plans().getFirst();
        assertThat(Actions.ALL.stream()
                        .flatMap(action -> action.promises().stream())
                        .map(Actions.Promise::place)
                        .filter(place -> plan.item(place).isEmpty()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/about", "/about/data", "/about/accessibility", "/about/privacy"})
    void anyone_may_read_about_the_agency(String address) throws Exception {
        assertThat(page(address + "?lang=en")).contains("<html lang=\"en\">");
        assertThat(page(address + "?lang=ja")).contains("<html lang=\"ja\">");
    }

    @Test
    void search_engines_are_kept_off_what_a_secret_in_the_address_opens() throws Exception {
        assertThat(page("/robots.txt")).contains("Disallow: /*/declare/", "Disallow: /*/manage", "Disallow: /staff");
        assertThat(page("/robots.txt")).containsPattern("(?m)^Sitemap: https?://\\S+/sitemap\\.xml$");
    }

    private String page(String address) throws Exception {
        return browser.perform(get(address))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
