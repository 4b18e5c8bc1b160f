package tsukasa.cycle.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.asyncDispatch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static tsukasa.testing.StaffBrowser.person;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import tsukasa.Covers;
import tsukasa.cycle.Closing;
import tsukasa.cycle.ClosingOutcome;
import tsukasa.cycle.Closings;
import tsukasa.cycle.CycleOutcome;
import tsukasa.cycle.CycleOutcome.Done;
import tsukasa.cycle.CycleOutcome.Refused;
import tsukasa.cycle.MonthlyReport;
import tsukasa.cycle.MonthlyReport.Figure;
import tsukasa.cycle.MonthlyReport.Progress;
import tsukasa.cycle.MonthlyReport.State;
import tsukasa.cycle.MonthlyReport.Words;
import tsukasa.cycle.Period;
import tsukasa.cycle.Reports;
import tsukasa.identity.People;
import tsukasa.identity.Person;
import tsukasa.identity.Reach;
import tsukasa.identity.Role;
import tsukasa.identity.Visitor;
import tsukasa.kernel.Fraction;
import tsukasa.kernel.Language;
import tsukasa.kernel.database.Acting;
import tsukasa.kernel.database.Walls;
import tsukasa.mail.EmailAddress;
import tsukasa.mail.Outbox;
import tsukasa.plan.Place;
import tsukasa.plan.Plan;
import tsukasa.plan.PlanItem;
import tsukasa.plan.PlanShelf;
import tsukasa.testing.SignedIn;
import tsukasa.testing.StaffBrowser;
import tsukasa.testing.SteppingClock;

/// 部署は施策ごとに毎月報告し、だれが報告したかは一目で分かる。
@SpringBootTest
@AutoConfigureMockMvc
@Covers({"Ⅱ-1-(1)-①.s1", "Ⅱ-1-(1)-②.s1"})
class ReportTests {
    private static final SteppingClock CLOCK = SteppingClock.at("2021-05-08T00:00:00Z");
    private static final YearMonth APRIL = YearMonth.of(2021, 4);
    private static final Words GOOD = new Words(
            Optional.of(Progress.AS_PLANNED),
            "講習会を2回開いた。",
            "",
            "参加した12社が対策を始めた。",
            List.of(new Figure("参加者", Fraction.of(1_234), "名")));
    private static final Visitor PLANNER = person("計良 画太", Role.PLANNER);
    private static final Visitor STAFF = person("佐藤 職子", Role.STAFF).within(Set.of("talent"));
    private static final Visitor OTHER = person("他部 署子", Role.STAFF).within(Set.of("security"));

    @TestConfiguration
    static class InTheYear {
        @Bean
        @Primary
        Clock clockOfTheYear() {
            return CLOCK;
        }
    }

    private final MockMvc browser;
    private final StaffBrowser staff;
    private final Reports reports;
    private final ReminderRound reminders;
    private final Closings closings;
    private final People people;
    private final Outbox outbox;
    private final Plan plan;
    private final List<PlanItem> measures;

    @Autowired
    ReportTests(
            MockMvc browser,
            Reports reports,
            ReminderRound reminders,
            Closings closings,
            People people,
            Outbox outbox,
            PlanShelf shelf) {
        this.browser = browser;
        this.staff = new StaffBrowser(browser);
        this.reports = reports;
        this.reminders = reminders;
        this.closings = closings;
        this.people = people;
        this.outbox = outbox;
        this.plan = shelf.plan("fy2021").orElseThrow();
        this.measures = plan.measuresOf("talent");
    }

    @BeforeEach
    @AfterEach
    void nothing_is_closed() {
        CLOCK.step(Duration.ofMinutes(1));
        for (Period period : Period.of(plan.year())) {
            closings.live("fy2021", period).ifPresent(closing -> {
                closings.giveBack(closing.id(), "試験の後始末", person("後 始末", Role.EXECUTIVE));
                closings.reopen(closing.id(), "試験の後始末", person("後 始末", Role.EXECUTIVE));
            });
        }
    }

    private Place measure(int number) {
        return measures.get(number).place();
    }

    private int read(Place place) {
        return reports.find(plan, place, APRIL).map(MonthlyReport::revision).orElse(0);
    }

    private CycleOutcome submit(Place place, Words words, Visitor by) {
        return reports.submit(plan, place, APRIL, words, read(place), by);
    }

    private static void refused(CycleOutcome outcome, int status, String field) {
        assertThat(outcome).isInstanceOf(Refused.class);
        assertThat(((Refused) outcome).status()).isEqualTo(status);
        assertThat(((Refused) outcome).faults())
                .extracting(CycleOutcome.Fault::field)
                .contains(field);
    }

    @Test
    void every_promise_of_the_plan_belongs_to_one_department_and_is_reported_once() {
        int all = plan.departments().stream()
                .mapToInt(department -> plan.measuresOf(department.id()).size())
                .sum();
        assertThat(all).isEqualTo(plan.measures().size()).isGreaterThan(150);
        assertThat(plan.measures()).noneMatch(item -> item.repeats().isPresent());
    }

    @Test
    void a_report_says_how_it_goes_and_one_that_is_behind_says_why() {
        Place place = measure(0);
        refused(submit(place, Words.NONE, STAFF), 422, "progress");
        refused(submit(place, new Words(Optional.of(Progress.AS_PLANNED), " ", "", "", List.of()), STAFF), 422, "done");
        refused(
                submit(place, new Words(Optional.of(Progress.BEHIND), "準備した", "", "", List.of()), STAFF),
                422,
                "trouble");
        assertThat(submit(place, GOOD, STAFF)).isInstanceOf(Done.class);
        MonthlyReport report = reports.find(plan, place, APRIL).orElseThrow();
        assertThat(report.words()).isEqualTo(GOOD);
        assertThat(report.state()).isEqualTo(State.SUBMITTED);
    }

    @Test
    void a_month_that_has_not_begun_is_not_reported() {
        YearMonth june = YearMonth.of(2021, 6);
        refused(reports.submit(plan, measure(0), june, GOOD, 0, STAFF), 409, "");
    }

    @Test
    void planners_return_what_says_too_little_and_every_version_stays() {
        Place place = measure(1);
        assertThat(submit(place, GOOD, STAFF)).isInstanceOf(Done.class);
        refused(reports.giveBack(plan, place, APRIL, read(place), " ", PLANNER), 422, "why");
        assertThat(reports.giveBack(plan, place, APRIL, read(place), "参加企業の業種も", PLANNER))
                .isInstanceOf(Done.class);
        refused(reports.giveBack(plan, place, APRIL, read(place), "もう一度", PLANNER), 409, "");
        assertThat(submit(place, GOOD, STAFF)).isInstanceOf(Done.class);
        assertThat(reports.find(plan, place, APRIL).orElseThrow().revisions())
                .extracting(MonthlyReport.Revision::became)
                .endsWith(State.SUBMITTED, State.RETURNED, State.SUBMITTED);
    }

    @Test
    void of_two_who_started_from_the_same_version_the_second_is_told() {
        Place place = measure(2);
        int read = read(place);
        assertThat(reports.submit(plan, place, APRIL, GOOD, read, STAFF)).isInstanceOf(Done.class);
        refused(reports.submit(plan, place, APRIL, GOOD, read, PLANNER), 409, "");
    }

    @Test
    void what_lies_in_a_closed_period_stays_as_it_is_until_the_period_is_reopened() {
        Place place = measure(3);
        CLOCK.step(Duration.between(CLOCK.instant(), java.time.Instant.parse("2021-07-05T00:00:00Z")));
        Period quarter = new Period(plan.year(), Period.Part.Q1);
        Closing proposed = ((ClosingOutcome.Done) closings.propose("fy2021", quarter, PLANNER)).closing();
        Visitor executive = person("八木 員", Role.EXECUTIVE);
        closings.close(proposed.id(), true, executive);
        refused(submit(place, GOOD, STAFF), 409, "");
        assertThat(reports.submit(plan, place, YearMonth.of(2021, 7), GOOD, 0, STAFF))
                .isInstanceOf(Done.class);
        closings.reopen(proposed.id(), "報告の漏れ", executive);
        assertThat(submit(place, GOOD, STAFF)).isInstanceOf(Done.class);
    }

    @Test
    void many_measures_with_nothing_planned_are_reported_at_once_and_none_that_was_begun() {
        Place begun = measure(4);
        reports.write(plan, begun, APRIL, GOOD, read(begun), STAFF);
        int reported = reports.nothingPlanned(plan, List.of(begun, measure(5), measure(6)), APRIL, STAFF);
        assertThat(reported).isEqualTo(2);
        assertThat(reports.find(plan, begun, APRIL).orElseThrow().state()).isEqualTo(State.DRAFT);
        assertThat(reports.find(plan, measure(5), APRIL).orElseThrow().words().progress())
                .contains(Progress.NOTHING);
    }

    @Test
    void the_matrix_counts_what_is_reported_and_drafts_are_not() {
        Map<String, Map<YearMonth, Integer>> before = reports.matrix(plan);
        int then = before.getOrDefault("talent", Map.of()).getOrDefault(APRIL, 0);
        Place place = measure(7);
        reports.write(plan, place, APRIL, GOOD, 0, STAFF);
        assertThat(reports.matrix(plan).getOrDefault("talent", Map.of()).getOrDefault(APRIL, 0))
                .isEqualTo(then);
        submit(place, GOOD, STAFF);
        assertThat(reports.matrix(plan).getOrDefault("talent", Map.of()).getOrDefault(APRIL, 0))
                .isEqualTo(then + 1);
    }

    @Test
    void who_answers_for_a_department_is_reminded_once_before_and_once_after_the_day() {
        assertThat(reports.due(APRIL)).isEqualTo(LocalDate.of(2021, 5, 10));
        Person reporter = people.ensure(EmailAddress.of("hr-reporter@example.jp"), "人事 報子", Language.JA);
        people.give(reporter.id(), Role.STAFF, Reach.over(Set.of("hr")));
        CLOCK.step(Duration.between(CLOCK.instant(), java.time.Instant.parse("2021-05-08T01:00:00Z")));
        remindAsThePlatformDoes();
        remindAsThePlatformDoes();
        assertThat(lettersTo("hr-reporter@example.jp")).containsExactly("4月の月次報告の期限は2021年5月10日です");
        CLOCK.step(Duration.between(CLOCK.instant(), java.time.Instant.parse("2021-05-10T15:00:00Z")));
        remindAsThePlatformDoes();
        assertThat(lettersTo("hr-reporter@example.jp"))
                .contains("4月の月次報告の期限が過ぎました")
                .hasSize(2);
    }

    /// By itself, for nobody: no wall lets it through that would not let the job through.
    private void remindAsThePlatformDoes() {
        Walls.as(Acting.NOBODY, () -> reminders.remind());
    }

    private List<String> lettersTo(String address) {
        return outbox.list(new Outbox.Wanted(address, Optional.empty(), 1)).letters().stream()
                .map(mail -> mail.subject())
                .toList();
    }

    @Test
    void the_pages_lead_from_the_matrix_to_one_report() throws Exception {
        String month = "/staff/reports/fy2021/talent/2021-04";
        String one = month + "/" + measure(8).slug();
        assertThat(staff.seen("/staff/reports?lang=ja", STAFF))
                .contains("IT人材育成センター")
                .contains("（担当）")
                .contains(month);
        assertThat(staff.seen(month + "?lang=en", STAFF))
                .contains("Not reported")
                .contains("nothing planned");
        assertThat(staff.seen(one + "?lang=ja", STAFF)).contains("実施したこと").contains("報告する");
        MockHttpServletResponse wrong = staff.form(one, STAFF)
                .with("then", "submit")
                .with("done", "書いた言葉")
                .with("what1", "参加者")
                .with("amount1", "たくさん")
                .sent();
        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(wrong.getContentAsString(StandardCharsets.UTF_8))
                .contains("書いた言葉")
                .contains("たくさん")
                .contains("1行目の数を数字で");
        assertThat(staff.form(one, STAFF)
                        .with("then", "submit")
                        .with("progress", "DONE")
                        .with("done", "終えた")
                        .with("what1", "参加者")
                        .with("amount1", "１，２００")
                        .with("unit1", "名")
                        .status())
                .isEqualTo(303);
        theRestFollows(month, one);
    }

    private void theRestFollows(String month, String one) throws Exception {
        assertThat(staff.seen(one, PLANNER)).contains("1,200").contains("差し戻す");
        assertThat(staff.form(month, STAFF).with("place", measure(9).slug()).status())
                .isEqualTo(303);
        var begun = browser.perform(get("/staff/reports/fy2021/reports.csv").with(SignedIn.as(PLANNER)))
                .andReturn();
        assertThat(browser.perform(asyncDispatch(begun))
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8))
                .contains("参加者 1,200名")
                .contains("NOTHING");
    }

    @Test
    void nobody_reports_for_another_department() throws Exception {
        String month = "/staff/reports/fy2021/talent/2021-04";
        String one = month + "/" + measure(0).slug();
        assertThat(staff.seen(one, OTHER)).doesNotContain("name=\"done\"");
        assertThat(staff.form(one, OTHER)
                        .with("then", "submit")
                        .with("progress", "DONE")
                        .with("done", "x")
                        .status())
                .isEqualTo(403);
        assertThat(staff.form(month, OTHER).with("place", measure(0).slug()).status())
                .isEqualTo(403);
        assertThat(staff.form(one + "/return", STAFF).with("why", "x").status()).isEqualTo(403);
        assertThat(staff.form(one, person("八木 員", Role.EXECUTIVE))
                        .with("then", "submit")
                        .status())
                .isEqualTo(403);
        for (String nowhere : List.of(
                "/staff/reports/fy2021/talent/2022-04",
                "/staff/reports/fy2021/talent/april",
                "/staff/reports/fy2021/nobody/2021-04",
                "/staff/reports/fy2021/security/2021-04/" + measure(0).slug())) {
            assertThat(browser.perform(get(nowhere).with(SignedIn.as(PLANNER)))
                            .andReturn()
                            .getResponse()
                            .getStatus())
                    .as(nowhere)
                    .isEqualTo(404);
        }
    }
}
