package tsukasa.scheme.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.asyncDispatch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static tsukasa.scheme.DeclarationExamples.corporateNumber;
import static tsukasa.scheme.DeclarationExamples.oneStar;
import static tsukasa.scheme.DeclarationExamples.submission;
import static tsukasa.scheme.DeclarationExamples.twoStars;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import tsukasa.Covers;
import tsukasa.scheme.Changes;
import tsukasa.scheme.Intake;
import tsukasa.scheme.Receipt;

@SpringBootTest
@AutoConfigureMockMvc
@Covers("Ⅰ-1-(4)-②-b")
class RegisterTests {
    private static final String REGISTER = "/security-action/register";
    private final MockMvc browser;
    private final Intake intake;
    private final Changes changes;

    @Autowired
    RegisterTests(MockMvc browser, Intake intake, Changes changes) {
        this.browser = browser;
        this.intake = intake;
        this.changes = changes;
    }

    /// Declared once, however many tests ask for it: the key is the same.
    @BeforeEach
    void two_businesses_have_declared() {
        declare(901, "株式会社那覇精機", "ナハセイキ", "47", false);
        declare(902, "霧島物流", "キリシマブツリュウ", "46", true);
    }

    private String declare(int index, String name, String kana, String prefecture, boolean stars) {
        Map<String, Object> answers = stars ? twoStars(index) : oneStar(index);
        answers.put("name", name);
        answers.put("kana", kana);
        answers.put("prefecture", prefecture);
        return switch (intake.submitAll(List.of(submission("look-" + index, answers)))
                .getFirst()) {
            case Receipt.Registered(var number) -> number;
            case Receipt.Repeated(var number) -> number;
            case Receipt.AlreadyRegistered(var number) -> number;
            case Receipt.AwaitingConfirmation(var number) -> number;
            case Receipt.Refused(var faults) -> throw new AssertionError(faults);
        };
    }

    private String page(String address, String... parameters) throws Exception {
        var request = get(address).param("lang", "ja");
        for (int i = 0; i < parameters.length; i += 2) {
            request.param(parameters[i], parameters[i + 1]);
        }
        return body(browser.perform(request).andExpect(status().isOk()).andReturn());
    }

    private static String body(MvcResult result) throws Exception {
        return result.getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    }

    private String file(String address, String... parameters) throws Exception {
        var request = get(address);
        for (int i = 0; i < parameters.length; i += 2) {
            request.param(parameters[i], parameters[i + 1]);
        }
        MvcResult started = browser.perform(request).andReturn();
        return body(browser.perform(asyncDispatch(started))
                .andExpect(status().isOk())
                .andReturn());
    }

    @Test
    void a_business_is_found_by_two_signs_of_its_name() throws Exception {
        assertThat(page(REGISTER, "q", "那覇")).contains("株式会社那覇精機").doesNotContain("霧島物流");
    }

    @Test
    void half_width_kana_and_spaces_find_the_same_name() throws Exception {
        assertThat(page(REGISTER, "q", "ｷﾘｼﾏ ブツ")).contains("霧島物流");
    }

    @Test
    void a_corporate_number_is_found_by_how_it_begins() throws Exception {
        assertThat(page(REGISTER, "q", corporateNumber(902))).contains("霧島物流");
    }

    @Test
    void filters_narrow_and_stand_as_chips() throws Exception {
        assertThat(page(REGISTER, "prefecture", "46", "level", "two"))
                .contains("霧島物流")
                .doesNotContain("那覇精機")
                .contains("aria-current=\"true\"");
    }

    @Test
    void hostile_words_are_only_words() throws Exception {
        for (String words : List.of(
                "%", "_", "\\", "' or 1=1 --", "<script>alert(1)</script>", "\u202e\u0000x", "あ".repeat(5000))) {
            assertThat(page(REGISTER, "q", words)).doesNotContain("<script>alert");
        }
        assertThat(page(REGISTER, "q", "%_%")).doesNotContain("霧島物流");
    }

    @Test
    void a_wrong_day_is_refused_with_what_to_do() throws Exception {
        browser.perform(get(REGISTER).param("as_of", "2022-02-31")).andExpect(status().isBadRequest());
        browser.perform(get(REGISTER).param("as_of", "9999-01-01")).andExpect(status().isBadRequest());
    }

    @Test
    void before_it_declared_a_business_is_not_in_the_register() throws Exception {
        assertThat(page(REGISTER, "q", "霧島物流", "as_of", "2001-01-01")).contains("あてはまる事業者はありません");
    }

    @Test
    void nobody_sees_who_to_contact() throws Exception {
        String number = declare(901, "株式会社那覇精機", "ナハセイキ", "47", false);
        for (String seen : List.of(
                page(REGISTER, "q", "那覇"),
                page(REGISTER + "/" + number),
                page("/api" + REGISTER, "q", "那覇"),
                page("/api" + REGISTER + "/" + number),
                file(REGISTER + ".csv"))) {
            assertThat(seen)
                    .doesNotContain("hanako@example.jp")
                    .doesNotContain("港 花子")
                    .doesNotContain("10000000");
        }
    }

    @Test
    void the_file_holds_codes_beside_names_and_no_formula() throws Exception {
        declare(903, "=HYPERLINK(\"x\"),計算", "ケイサン", "13", false);
        String csv = file(REGISTER + ".csv", "prefecture", "13");
        assertThat(csv).startsWith("\uFEFFnumber,corporate_number,name").contains(",13,東京都,");
        assertThat(csv).contains("\"'=HYPERLINK(\"\"x\"\"),計算\"").contains("\r\n");
        assertThat(file(REGISTER + ".csv", "bom", "no")).startsWith("number,");
    }

    @Test
    void an_entry_shows_its_history_and_its_policy() throws Exception {
        String number = declare(902, "霧島物流", "キリシマブツリュウ", "46", true);
        assertThat(page(REGISTER + "/" + number))
                .contains("霧島物流")
                .contains("https://www.example.jp/policy")
                .contains("を宣言");
    }

    @Test
    void a_withdrawn_entry_leaves_the_list_and_says_so_on_its_page() throws Exception {
        String number = declare(904, "桜井旅館", "サクライリョカン", "29", false);
        changes.withdraw(number, "廃業のため", "test");
        assertThat(page(REGISTER, "q", "桜井旅館")).contains("あてはまる事業者はありません");
        assertThat(page(REGISTER + "/" + number)).contains("取り下げられました").doesNotContain("廃業");
    }

    @Test
    void what_is_not_there_is_not_found() throws Exception {
        browser.perform(get(REGISTER + "/SA-1999-000001")).andExpect(status().isNotFound());
        browser.perform(get("/no-such-scheme/register")).andExpect(status().isNotFound());
        browser.perform(get("/no-such-scheme/statistics")).andExpect(status().isNotFound());
    }

    @Test
    void statistics_lead_to_their_rows() throws Exception {
        assertThat(page("/security-action/statistics"))
                .contains("/security-action/register?level=two&amp;as_of=")
                .contains("月ごとの新しい登録");
        assertThat(file("/security-action/statistics.csv"))
                .contains(",46,鹿児島県,")
                .contains("small_or_medium");
    }

    @Test
    void machines_read_the_same_register() throws Exception {
        assertThat(page("/api" + REGISTER, "q", "霧島物流"))
                .contains("\"total\":1")
                .contains("\"totalIsExact\":true")
                .contains("\"level\":\"two\"");
    }
}
