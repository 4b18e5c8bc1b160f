package tsukasa.cycle.years;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static tsukasa.testing.StaffBrowser.person;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import tsukasa.Covers;
import tsukasa.cycle.CycleOutcome;
import tsukasa.cycle.PastFigure.Said;
import tsukasa.cycle.PastYears;
import tsukasa.identity.Role;
import tsukasa.identity.Visitor;
import tsukasa.kernel.FiscalYear;
import tsukasa.kernel.Fraction;
import tsukasa.plan.Plan;
import tsukasa.plan.PlanShelf;
import tsukasa.testing.OwnersDatabase;
import tsukasa.testing.SignedIn;
import tsukasa.testing.StaffBrowser;
import tsukasa.testing.SteppingClock;

/// 過年度の値は、計画担当が画面かファイルで記入し、確かめた行だけが、見たとおりに残る。
@SpringBootTest
@AutoConfigureMockMvc
@Covers({"Ⅱ-1-(1)-①.s2", "Ⅱ-1-(1)-①.s3"})
class YearsImportTests {
    private static final SteppingClock CLOCK = SteppingClock.at("2022-06-10T00:00:00Z");
    private static final String YEARS = "/staff/evaluation/fy2021/years";
    private static final FiscalYear LAST = new FiscalYear(2020);
    private static final String SOURCE = "令和2年度業務実績等報告書 12ページ";
    private static final Visitor PLANNER = person("計良 画太", Role.PLANNER);
    private static final Visitor AUDITOR = person("監物 守", Role.AUDITOR);

    @TestConfiguration
    static class AfterTheYear {
        @Bean
        @Primary
        Clock clockAfterTheYear() {
            return CLOCK;
        }
    }

    private final MockMvc mvc;
    private final StaffBrowser browser;
    private final PastYears past;
    private final Plan plan;
    private final JdbcClient database;

    @Autowired
    YearsImportTests(
            MockMvc mvc, PastYears past, PlanShelf shelf, @Qualifier(OwnersDatabase.OWNER) JdbcClient database) {
        this.mvc = mvc;
        this.browser = new StaffBrowser(mvc);
        this.past = past;
        this.plan = shelf.plan("fy2021").orElseThrow();
        this.database = database;
    }

    @BeforeEach
    void nothing_is_entered() {
        CLOCK.step(Duration.ofMinutes(1));
        PastYearsTests.empty(database);
    }

    private CycleOutcome enter(tsukasa.cycle.PastFigure.Entry... entries) {
        return past.enter(plan, List.of(entries), PLANNER);
    }

    private byte[] bytes(String address) throws Exception {
        return mvc.perform(get(address).with(SignedIn.as(PLANNER)))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    private String checked(byte[] content, Visitor by, int status) throws Exception {
        MockHttpServletResponse response = mvc.perform(multipart(YEARS + "/import?lang=ja")
                        .file(new MockMultipartFile("file", "過年度.csv", "text/csv", content))
                        .with(SignedIn.as(by))
                        .with(csrf()))
                .andReturn()
                .getResponse();
        assertThat(response.getStatus()).isEqualTo(status);
        return response.getContentAsString(StandardCharsets.UTF_8);
    }

    private int entered(String report, String good) throws Exception {
        return browser.sent(
                        YEARS + "/import/entry",
                        PLANNER,
                        "file",
                        hidden(report, "file"),
                        "digest",
                        hidden(report, "digest"),
                        "good",
                        good)
                .getStatus();
    }

    private static String hidden(String page, String name) {
        Matcher found =
                Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page);
        assertThat(found.find()).as("a hidden field " + name).isTrue();
        return found.group(1);
    }

    private static byte[] csv(String... rows) {
        return ("対象,名称,年度,目標値,実績値,予算額（百万円）,決算額（百万円）,従事人員（名）,出典,訂正の理由\n" + String.join("\n", rows) + "\n")
                .getBytes(Charset.forName("Windows-31J"));
    }

    @Test
    void a_file_is_checked_row_by_row_and_entered_as_it_was_looked_at() throws Exception {
        String report = checked(
                csv(
                        "SEC-1.a,,令和2年度,90社,\"1,095\",,,,報告書 12ページ,",
                        "SEC-3.b,,R1,66.7%,2/3,,,,報告書 13ページ,",
                        "Ⅰ-1,,2020,,,\"5,432\",5012.5,87名,決算報告書,",
                        "SEC-3.b,,2018,0.7,,,,,報告書,",
                        "SEC-1.a,,2021,90,95,,,,報告書,",
                        "SEC-1.a,,2019,90,95,100,,,報告書,",
                        "SEC-1.a,,2018,90,=1+1,,,,報告書,",
                        "SEC-99,,2018,90,1,,,,報告書,",
                        "SEC-1.a,,いつか,90,1,,,,報告書,",
                        "SEC-2.a,,2020,,61000,,,,,",
                        "SEC-1.a,,2020,1,1,,,,報告書,",
                        "SEC-4.a,,2020,,,,,,,"),
                PLANNER,
                200);
        assertThat(report)
                .contains("11行を読みました。記入できるのは3行")
                .contains("値のない1行")
                .contains("66.7% か 2/3 のように書いてください。")
                .contains("2011年度から2020年度までの値を記入できます。")
                .contains("目標には目標値と実績値だけを書けます。")
                .contains("数式が入っています。")
                .contains("計画の目標でも評価項目でもありません：SEC-99")
                .contains("年度を読めません。")
                .contains("出典を200字以内で")
                .contains("同じ対象の同じ年度が2行目にもあります。");
        assertThat(past.entered(plan)).isEmpty();
        enteredOnce(report);
    }

    private void enteredOnce(String report) throws Exception {
        assertThat(entered(report, "")).isEqualTo(422);
        assertThat(entered(report, "yes")).isEqualTo(303);
        assertThat(entered(report, "yes")).as("once").isEqualTo(410);
        assertThat(past.entered(plan)).hasSize(3);
        assertThat(PastDesk.latest(past.entered(plan), "SEC-3.b", new FiscalYear(2019))
                        .orElseThrow()
                        .said()
                        .value())
                .as("two thirds stay two thirds")
                .contains(Fraction.of(2, 3));
        assertThat(PastDesk.latest(past.entered(plan), "Ⅰ-1", LAST)
                        .orElseThrow()
                        .said())
                .isEqualTo(Said.input(Optional.of(5_432_000_000L), Optional.of(5_012_500_000L), Optional.of(87)));
    }

    @Test
    void what_goes_out_as_a_file_comes_back_unchanged_and_a_changed_row_needs_its_reason() throws Exception {
        enter(
                PastYearsTests.output("SEC-1.a", 2020, "90", "95", "", 0),
                PastYearsTests.output("SEC-3.b", 2019, "2/3", "2/3", "", 0));
        byte[] out = bytes(YEARS + ".csv?lang=ja");
        String csv = new String(out, StandardCharsets.UTF_8);
        assertThat(csv).startsWith("\uFEFF対象,名称,年度,").contains("SEC-2.a,", "Ⅰ-1,");
        assertThat(checked(out, PLANNER, 200)).contains("2行を読みました。記入できるのは0行、今の値と同じものが2行");
        String changed = checked(csv("SEC-1.a,,2020,90,99,,,,報告書,"), PLANNER, 200);
        assertThat(changed).contains("訂正の理由を500字以内で");
        String corrected = checked(csv("SEC-1.a,,2020,90,99,,,,報告書,正誤表"), PLANNER, 200);
        assertThat(corrected).contains("訂正").contains("記入できるのは1行（うち訂正1行）");
        enter(PastYearsTests.output("SEC-1.a", 2020, "90", "96", "先に直した", 1));
        assertThat(entered(corrected, ""))
                .as("somebody corrected it after the check")
                .isEqualTo(409);
        assertThat(past.history(plan, "SEC-1.a", LAST)).hasSize(2);
    }

    @Test
    void files_of_other_kinds_are_refused_with_what_to_do() throws Exception {
        for (byte[] hostile : List.of(
                new byte[] {'a', ',', (byte) 0x81, (byte) 0xFF, '\n'},
                "1\n".repeat(5_001).getBytes(StandardCharsets.UTF_8),
                "対象,年度\n".getBytes(StandardCharsets.UTF_8),
                new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0})) {
            checked(hostile, PLANNER, 422);
        }
    }

    @Test
    void a_planner_enters_by_the_form_and_sees_what_is_wrong_where_it_is() throws Exception {
        String page = YEARS + "/SEC-1.a/2020";
        MockHttpServletResponse wrong = browser.sent(page + "?lang=ja", PLANNER, "value", "百社", "source", "");
        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(wrong.getContentAsString(StandardCharsets.UTF_8))
                .contains("値として読めません：百社")
                .contains("百社");
        assertThat(browser.sent(page, PLANNER, "value", "９５社", "target", "90", "source", SOURCE, "read", "0")
                        .getStatus())
                .isEqualTo(303);
        assertThat(browser.seen(page + "?lang=ja", AUDITOR))
                .contains("95社")
                .contains("計良 画太")
                .contains(SOURCE)
                .doesNotContain("name=\"value\"");
        assertThat(browser.sent(page, PLANNER, "value", "97", "source", SOURCE, "why", "訂正", "read", "0")
                        .getStatus())
                .isEqualTo(409);
        assertThat(browser.seen(YEARS + "?lang=en", AUDITOR)).contains("95").doesNotContain("type=\"file\"");
        for (String nowhere : List.of("/SEC-99/2020", "/SEC-1.a/1999", "/SEC-1.a/x", "/1/2020")) {
            assertThat(browser.status(YEARS + nowhere, PLANNER)).as(nowhere).isEqualTo(404);
        }
    }

    @Test
    void planners_enter_and_nobody_else() throws Exception {
        for (Role other : List.of(Role.STAFF, Role.EXECUTIVE, Role.MINISTRY, Role.AUDITOR, Role.ACCOUNTANT)) {
            Visitor by = person("別 人", other);
            assertThat(browser.sent(YEARS + "/SEC-1.a/2020", by, "value", "1", "source", "x")
                            .getStatus())
                    .as(other.name())
                    .isEqualTo(403);
            checked(csv(), by, 403);
            assertThat(browser.sent(YEARS + "/import/entry", by, "file", "1").getStatus())
                    .isEqualTo(403);
        }
        Visitor accountant = person("会津 計子", Role.ACCOUNTANT);
        assertThat(browser.status(YEARS, accountant)).isEqualTo(403);
        assertThat(browser.status(YEARS + ".csv", accountant)).isEqualTo(403);
        assertThat(browser.status(YEARS + "/SEC-1.a/2020", accountant)).isEqualTo(403);
    }
}
