package tsukasa.scoring.calculator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.MockMvc;

@SpringBootTest
@AutoConfigureMockMvc
class CalculatorTests {
    private static final String VECTOR = "CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:L/A:N";
    private final MockMvc browser;

    @Autowired
    CalculatorTests(MockMvc browser) {
        this.browser = browser;
    }

    @Test
    void the_address_of_a_vector_shows_its_score_its_metrics_and_its_words() throws Exception {
        String page = page("/cvss?lang=en&vector=" + VECTOR);
        assertThat(page)
                .contains("<span class=\"big\">7.1</span>", "CVSS 3.1 score 7.1 of 10, High")
                .contains("name=\"AV\" value=\"N\" checked")
                .contains("The attacker needs an ordinary account.");
        assertThat(page("/cvss?lang=ja&vector=" + VECTOR)).contains("重要", "攻撃元区分", "ふつうの利用者の権限が必要です。");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.0", "3.0", "3.1", "4.0"})
    void nothing_is_chosen_at_first_and_the_page_says_how_much_is_to_be_chosen(String version) throws Exception {
        int metrics = version.equals("2.0") ? 6 : version.equals("4.0") ? 11 : 8;
        assertThat(page("/cvss?lang=en&version=" + version))
                .contains("Choose " + metrics + " more base metrics to see the score.")
                .doesNotContain("class=\"big\"");
    }

    @Test
    void without_script_a_complete_choice_leads_to_the_address_of_its_vector() throws Exception {
        browser.perform(get("/cvss?version=3.1&AV=N&AC=L&PR=L&UI=N&S=U&C=H&I=L&A=N&E=X"))
                .andExpect(status().isSeeOther())
                .andExpect(header().string("Location", "/cvss?vector=" + VECTOR));
    }

    @Test
    void with_script_the_score_comes_at_once_and_the_address_follows() throws Exception {
        browser.perform(get("/cvss?version=3.1&AV=N&AC=L&PR=L&UI=N&S=U&C=H&I=L&A=N")
                        .header("HX-Request", "true"))
                .andExpect(status().isOk())
                .andExpect(header().string("HX-Replace-Url", "/cvss?vector=" + VECTOR))
                .andExpect(content().string(containsString("<span class=\"big\">7.1</span>")));
    }

    @Test
    void what_is_no_value_of_a_metric_counts_as_not_chosen() throws Exception {
        assertThat(page("/cvss?lang=en&version=3.1&AV=<script>&AC=L&PR=L&UI=N&S=U&C=H&I=L&A=N"))
                .contains("Choose one more base metric")
                .doesNotContain("<script>&");
    }

    @Test
    void a_wrong_vector_is_explained_in_its_place() throws Exception {
        browser.perform(get("/cvss").queryParam("lang", "en").queryParam("vector", "CVSS:3.1/AV:Z\"><b>"))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("<title>Error: CVSS calculator")))
                .andExpect(content().string(containsString("id=\"vector-error\"")))
                .andExpect(content().string(containsString("Its values are N, A, L, P.")))
                .andExpect(content().string(containsString("aria-invalid=\"true\"")));
    }

    @Test
    void a_machine_gets_exact_scores_and_every_metric() throws Exception {
        browser.perform(get("/api/cvss").queryParam("vector", "(AV:N/AC:L/Au:N/C:C/I:C/A:C/RL:OF)"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.version").value("2.0"))
                .andExpect(jsonPath("$.vector").value("AV:N/AC:L/Au:N/C:C/I:C/A:C/E:ND/RL:OF/RC:ND"))
                .andExpect(content().string(containsString("\"base\":{\"score\":10.0,")))
                .andExpect(jsonPath("$.base.severityName.ja").value("危険"))
                .andExpect(jsonPath("$.temporal.score").value(8.7))
                .andExpect(jsonPath("$.environmental").isEmpty())
                .andExpect(jsonPath("$.metrics.length()").value(7));
    }

    @Test
    void a_machine_is_told_what_is_wrong_and_where() throws Exception {
        browser.perform(get("/api/cvss").queryParam("vector", "CVSS:3.1/AV:N/AV:N"))
                .andExpect(status().isBadRequest())
                .andExpect(content().contentTypeCompatibleWith("application/problem+json"))
                .andExpect(content().string(containsString("15")));
        browser.perform(get("/api/cvss")).andExpect(status().isBadRequest());
    }

    private String page(String address) throws Exception {
        return browser.perform(get(address))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
