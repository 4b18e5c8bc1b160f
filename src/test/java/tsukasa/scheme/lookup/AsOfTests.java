package tsukasa.scheme.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static tsukasa.scheme.DeclarationExamples.oneStar;
import static tsukasa.scheme.DeclarationExamples.submission;
import static tsukasa.scheme.DeclarationExamples.twoStars;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.web.servlet.MockMvc;
import tsukasa.Covers;
import tsukasa.scheme.Changes;
import tsukasa.scheme.Intake;
import tsukasa.scheme.Receipt;
import tsukasa.testing.SteppingClock;

/// Two questions about any day: what was true on it, and what the register said on it. They differ when a mistake was
/// put right later.
///
/// The story: on 1 April a company declares one star and is entered in the wrong prefecture; on 1 May it steps up; on 1
/// June staff find the mistake; on 1 July it is withdrawn, on 3 July that is taken back.
@SpringBootTest
@AutoConfigureMockMvc
@DirtiesContext
@Covers("Ⅰ-1-(4)-②-b")
class AsOfTests {
    private static final SteppingClock CLOCK = SteppingClock.at("2021-04-01T01:00:00Z");
    private static String number = "";
    private final MockMvc browser;
    private final Intake intake;
    private final Changes changes;

    @TestConfiguration
    static class Stepping {
        @Bean
        @Primary
        Clock steppingClock() {
            return CLOCK;
        }
    }

    @Autowired
    AsOfTests(MockMvc browser, Intake intake, Changes changes) {
        this.browser = browser;
        this.intake = intake;
        this.changes = changes;
    }

    @BeforeEach
    void tell() {
        if (!number.isEmpty()) {
            return;
        }
        Map<String, Object> answers = oneStar(4_001);
        answers.put("name", "株式会社暦");
        answers.put("prefecture", "13");
        number = ((Receipt.Registered) intake.submitAll(java.util.List.of(submission("calendar", answers)))
                        .getFirst())
                .number();
        CLOCK.step(Duration.ofDays(30));
        Map<String, Object> higher = twoStars(4_001);
        higher.put("name", "株式会社暦");
        higher.put("prefecture", "13");
        changes.change(number, higher, "public");
        CLOCK.step(Duration.ofDays(31));
        higher.put("prefecture", "34");
        changes.correct(number, higher, "所在地の入力誤り", "staff");
        CLOCK.step(Duration.ofDays(30));
        changes.withdraw(number, "間違い", "public");
        CLOCK.step(Duration.ofDays(2));
        changes.restore(number, "間違いの取消し", "public");
    }

    private String found(String asOf, String knownAt) throws Exception {
        String said = browser.perform(get("/api/security-action/register")
                        .param("q", "株式会社暦")
                        .param("as_of", asOf)
                        .param("known_at", knownAt))
                .andReturn()
                .getResponse()
                .getContentAsString();
        return said.contains("\"total\":0")
                ? "nothing"
                : said.replaceAll("(?s).*\"prefecture\":\"(\\d\\d)\".*\"level\":\"(\\w+)\".*", "$1 $2");
    }

    @Test
    void what_was_true_on_a_day_by_what_is_known_today() throws Exception {
        assertThat(found("2021-03-31", "")).isEqualTo("nothing");
        assertThat(found("2021-04-15", "")).isEqualTo("13 one");
        assertThat(found("2021-05-15", "")).isEqualTo("34 two");
        assertThat(found("2021-07-02", ""))
                .as("a withdrawal taken back has never been")
                .isEqualTo("34 two");
        assertThat(found("2021-07-03", "")).isEqualTo("34 two");
    }

    @Test
    void what_the_register_said_on_a_day_of_a_day() throws Exception {
        assertThat(found("2021-04-15", "2021-03-31")).isEqualTo("nothing");
        assertThat(found("2021-05-15", "2021-05-15"))
                .as("before the mistake was found")
                .isEqualTo("13 two");
        assertThat(found("2021-05-15", "2021-06-02")).isEqualTo("34 two");
        assertThat(found("2021-07-02", "2021-06-30"))
                .as("nobody knew of the withdrawal")
                .isEqualTo("34 two");
        assertThat(found("2021-07-02", "2021-07-02"))
                .as("while it was withdrawn")
                .isEqualTo("nothing");
        assertThat(found("2021-07-02", "2021-07-03")).isEqualTo("34 two");
    }

    @Test
    void the_page_says_from_when_on_a_list_is_what_was_recorded_then() throws Exception {
        String page = browser.perform(get("/security-action/register")
                        .param("q", "株式会社暦")
                        .param("as_of", "2021-05-15")
                        .param("known_at", "2021-05-15")
                        .header("Accept-Language", "ja"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page).contains("2021-05-15までに記録されたもの", "東京都", "name=\"known_at\" value=\"2021-05-15\"");
    }

    @Test
    void an_entry_shows_everything_the_register_has_ever_said_of_it() throws Exception {
        String whole = browser.perform(get("/api/security-action/register/" + number))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(whole).contains("\"statements\":[", "\"recordedTo\":\"2021-06-01");
        String page = browser.perform(get("/security-action/register/" + number).header("Accept-Language", "ja"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page).contains("この登録簿が示してきた内容", "取下げを取消し", "記載の誤りを訂正").doesNotContain("所在地の入力誤り");
    }

    @Test
    void no_day_in_the_future_is_answered() throws Exception {
        assertThat(browser.perform(get("/api/security-action/register").param("known_at", "2999-01-01"))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(400);
    }
}
