package tsukasa.cycle.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static tsukasa.testing.StaffBrowser.person;
import static tsukasa.testing.Workbooks.number;
import static tsukasa.testing.Workbooks.text;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import tsukasa.Covers;
import tsukasa.cycle.CycleOutcome;
import tsukasa.cycle.Issue;
import tsukasa.cycle.Issue.Answer;
import tsukasa.cycle.Issue.Clause;
import tsukasa.cycle.Issue.State;
import tsukasa.cycle.Issues;
import tsukasa.identity.Role;
import tsukasa.identity.Visitor;
import tsukasa.kernel.FiscalYear;
import tsukasa.testing.SignedIn;
import tsukasa.testing.StaffBrowser;
import tsukasa.testing.SteppingClock;
import tsukasa.testing.Workbooks;

/// 評価や意見は課題になり、対応し、後の年度の計画の条項が答える。
@SpringBootTest
@AutoConfigureMockMvc
@Covers({"Ⅱ-1-(1)-①.s2", "Ⅱ-1-(1)-①.s3", "Ⅱ-1-(1)-②.s2"})
class IssueTests {
    private static final FiscalYear LAST = new FiscalYear(2020);
    private static final Visitor PLANNER = person("計良 画太", Role.PLANNER);
    private static final Visitor STAFF = person("佐藤 職子", Role.STAFF).within(Set.of("security"));
    private static final Visitor OTHER = person("他部 署子", Role.STAFF).within(Set.of("exam"));

    @TestConfiguration
    static class InTheYear {
        @Bean
        @Primary
        Clock clockOfTheYear() {
            return SteppingClock.at("2021-10-05T00:00:00Z");
        }
    }

    private final StaffBrowser browser;
    private final Issues issues;

    @Autowired
    IssueTests(MockMvc mvc, Issues issues) {
        this.browser = new StaffBrowser(mvc);
        this.issues = issues;
    }

    private long raised(String section) {
        Issues.Raised raised = new Issues.Raised(
                LAST,
                Issue.Origin.MINISTER,
                section,
                "経済産業大臣",
                LocalDate.of(2021, 8, 31),
                "中小企業への普及を一層進めること。" + UUID.randomUUID(),
                "security",
                Optional.empty());
        return ((CycleOutcome.Done) issues.raise(raised, PLANNER)).id();
    }

    private CycleOutcome answered(long id, State state, Answer answer) {
        int read = issues.find(id).orElseThrow().events().size();
        return issues.answer(id, state, answer, read, STAFF);
    }

    @Test
    void an_answer_says_what_was_done_and_which_clause_of_a_later_plan_it_became() {
        long id = raised("Ⅰ-1");
        Answer silent = new Answer(" ", "", Optional.empty());
        assertThat(answered(id, State.ANSWERED, silent)).isInstanceOf(CycleOutcome.Refused.class);
        assertThat(answered(id, State.IN_HAND, new Answer("説明会を計画", "", Optional.empty())))
                .isInstanceOf(CycleOutcome.Done.class);
        Answer nowhere = new Answer("計画に入れた", "", Optional.of(new Clause("fy2021", "Ⅹ-9")));
        assertThat(answered(id, State.ANSWERED, nowhere)).isInstanceOf(CycleOutcome.Refused.class);
        Answer clause = new Answer("計画に入れた", "説明会を全国で", Optional.of(new Clause("fy2021", "Ⅰ-1-(4)-②-b")));
        assertThat(answered(id, State.ANSWERED, clause)).isInstanceOf(CycleOutcome.Done.class);
        Issue issue = issues.find(id).orElseThrow();
        assertThat(issue.state()).isEqualTo(State.ANSWERED);
        assertThat(issue.answer()).isEqualTo(clause);
        assertThat(issue.events())
                .extracting(Issue.Event::became)
                .containsExactly(State.OPEN, State.IN_HAND, State.ANSWERED);
    }

    @Test
    void a_plan_answers_no_issue_of_its_own_year() {
        Issues.Raised own = new Issues.Raised(
                new FiscalYear(2021),
                Issue.Origin.EXPERT,
                "Ⅰ-1",
                "外部有識者",
                LocalDate.of(2021, 10, 1),
                "今年度の意見",
                "security",
                Optional.empty());
        long id = ((CycleOutcome.Done) issues.raise(own, PLANNER)).id();
        Answer same = new Answer("対応", "", Optional.of(new Clause("fy2021", "Ⅰ-1")));
        assertThat(answered(id, State.ANSWERED, same)).isInstanceOf(CycleOutcome.Refused.class);
    }

    @Test
    void of_two_who_answer_at_once_the_second_is_told() {
        long id = raised("Ⅱ");
        assertThat(issues.answer(id, State.IN_HAND, new Answer("一人目", "", Optional.empty()), 1, STAFF))
                .isInstanceOf(CycleOutcome.Done.class);
        CycleOutcome second =
                issues.answer(id, State.NOT_TAKEN_UP, new Answer("二人目", "", Optional.empty()), 1, PLANNER);
        assertThat(((CycleOutcome.Refused) second).status()).isEqualTo(409);
    }

    @Test
    void rows_of_a_spreadsheet_are_checked_and_the_good_ones_entered_once() throws Exception {
        String mark = UUID.randomUUID().toString();
        String rows = String.join(
                "\n",
                "出所\t箇所\tだれ\t日付\t課題\t部署",
                "主務大臣評価\tⅠ-1\t大臣\t2021-08-31\t良い行 " + mark + "\tsecurity",
                "外部有識者・利用者団体の意見\tⅠ-2\tJISA\t2021/08/20\t\"改行の\nある行 " + mark + "\"\ttalent",
                "知らない出所\tⅠ-1\t大臣\t2021-08-31\t悪い行\tsecurity",
                "監査\tⅠ-1\t監事\t八月\t悪い日付\tsecurity",
                "監査\tⅠ-1\t監事\t2021-08-31\t列が足りない");
        String checked = browser.form("/staff/issues/new/rows", PLANNER)
                .with("year", "2020")
                .with("rows", rows)
                .with("then", "check")
                .sent()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(checked)
                .contains("2件を登録できます")
                .contains("4行目：")
                .contains("5行目：")
                .contains("6行目：");
        assertThat(issues.of(LAST)).noneMatch(issue -> issue.text().contains(mark));
        for (int twice = 0; twice < 2; twice++) {
            assertThat(browser.form("/staff/issues/new/rows", PLANNER)
                            .with("year", "2020")
                            .with("rows", rows)
                            .with("then", "write")
                            .status())
                    .isEqualTo(303);
        }
        assertThat(issues.of(LAST))
                .filteredOn(issue -> issue.text().contains(mark))
                .hasSize(2);
    }

    @Test
    void hostile_rows_are_answered_with_what_is_wrong() throws Exception {
        for (String rows : List.of("\"never closed", "a,b,c", "\t\t\t\t\t", "x".repeat(100_000))) {
            assertThat(browser.form("/staff/issues/new/rows", PLANNER)
                            .with("year", "2020")
                            .with("rows", rows)
                            .with("then", "write")
                            .status())
                    .as(rows.substring(0, 5))
                    .isIn(200, 422);
        }
        assertThat(browser.form("/staff/issues/new/rows", PLANNER)
                        .with("year", "20x0")
                        .with("rows", "a")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void experts_opinions_come_as_a_workbook_and_are_entered_as_they_were_checked_and_once() throws Exception {
        String mark = UUID.randomUUID().toString();
        String heads = "<row r=\"1\">" + text("A1", "出所") + text("B1", "箇所") + text("C1", "だれの意見か") + text("D1", "日付")
                + text("E1", "意見") + text("F1", "部署") + "</row>";
        String good = "<row r=\"2\">" + text("A2", "監査") + text("B2", "Ⅰ-1") + text("C2", "監事") + number("D2", "44439")
                + text("E2", "日付は表計算の番号 " + mark) + text("F2", "security") + "</row>";
        String formula = "<row r=\"3\">" + text("A3", "監査") + text("B3", "Ⅰ-1") + text("C3", "監事")
                + number("D3", "44439") + "<c r=\"E3\"><f>A1</f></c>" + text("F3", "security") + "</row>";
        byte[] file = Workbooks.sheet(heads + good + formula).bytes();
        String checked = sent(file, PLANNER).getContentAsString(StandardCharsets.UTF_8);
        assertThat(checked).contains("1件を登録できます").contains("3行目：E3 数式が入っています。").contains("意見.xlsx");
        assertThat(issues.of(LAST)).noneMatch(issue -> issue.text().contains(mark));
        Matcher kept = Pattern.compile("name=\"file\" value=\"([0-9]+)\"").matcher(checked);
        assertThat(kept.find()).isTrue();
        String[] entry = {"year", "2020", "file", kept.group(1)};
        assertThat(browser.sent("/staff/issues/new/file/entry", STAFF, entry).getStatus())
                .isEqualTo(403);
        assertThat(browser.sent("/staff/issues/new/file/entry", PLANNER, entry).getStatus())
                .isEqualTo(303);
        assertThat(browser.sent("/staff/issues/new/file/entry", PLANNER, entry).getStatus())
                .as("once")
                .isEqualTo(410);
        assertThat(issues.of(LAST))
                .filteredOn(issue -> issue.text().contains(mark))
                .singleElement()
                .satisfies(issue -> assertThat(issue.raisedOn()).isEqualTo("2021-08-31"));
        assertThat(sent(file, STAFF).getStatus()).isEqualTo(403);
        assertThat(sent(new byte[0], PLANNER).getStatus()).isEqualTo(422);
        assertThat(sent("%PDF-1.7".getBytes(StandardCharsets.UTF_8), PLANNER)
                        .getContentAsString(StandardCharsets.UTF_8))
                .contains("PDFです。")
                .contains("0件を登録できます");
    }

    private MockHttpServletResponse sent(byte[] file, Visitor by) throws Exception {
        return browser.mvc()
                .perform(multipart("/staff/issues/new/file?lang=ja")
                        .file(new MockMultipartFile("file", "意見.xlsx", "", file))
                        .param("year", "2020")
                        .with(SignedIn.as(by))
                        .with(csrf()))
                .andReturn()
                .getResponse();
    }

    @Test
    void planners_raise_the_department_answers_and_nobody_else_does() throws Exception {
        long id = raised("Ⅰ-1");
        String page = "/staff/issues/" + id;
        assertThat(browser.seen("/staff/issues?year=2020&lang=ja", OTHER)).contains("中小企業への普及");
        assertThat(browser.seen(page + "?lang=ja", STAFF)).contains("答える計画");
        assertThat(browser.seen(page + "?lang=en", OTHER)).doesNotContain("name=\"response\"");
        assertThat(browser.form(page, OTHER)
                        .with("state", "ANSWERED")
                        .with("response", "x")
                        .status())
                .isEqualTo(403);
        assertThat(browser.form("/staff/issues/new", STAFF).with("text", "x").status())
                .isEqualTo(403);
        assertThat(browser.status("/staff/issues/new", STAFF)).isEqualTo(403);
        assertThat(browser.form(page, STAFF)
                        .with("state", "ANSWERED")
                        .with("response", "対応した")
                        .with("read", "1")
                        .status())
                .isEqualTo(303);
    }

    @Test
    void an_issue_entered_by_its_form_knows_its_place_in_the_plan() throws Exception {
        assertThat(browser.form("/staff/issues/new", PLANNER)
                        .with("year", "2020")
                        .with("section", "Ⅹ")
                        .status())
                .isEqualTo(422);
        assertThat(browser.form("/staff/issues/new", PLANNER)
                        .with("year", "2020")
                        .with("origin", "AUDIT")
                        .with("section", "1-1")
                        .with("raisedBy", "監事")
                        .with("raisedOn", "2021-06-30")
                        .with("text", "監査の指摘")
                        .with("department", "security")
                        .status())
                .isEqualTo(303);
        assertThat(issues.of(LAST))
                .anyMatch(
                        issue -> issue.text().equals("監査の指摘") && issue.section().equals("Ⅰ-1"));
        assertThat(browser.status("/staff/issues/999999", PLANNER)).isEqualTo(404);
    }
}
