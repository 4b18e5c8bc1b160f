package tsukasa.cycle.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static tsukasa.testing.StaffBrowser.person;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
import tsukasa.audit.AuditReader;
import tsukasa.audit.Sealing;
import tsukasa.cycle.Closing;
import tsukasa.cycle.ClosingOutcome;
import tsukasa.cycle.Closings;
import tsukasa.cycle.CycleOutcome;
import tsukasa.cycle.CycleOutcome.Done;
import tsukasa.cycle.CycleOutcome.Refused;
import tsukasa.cycle.Evaluation;
import tsukasa.cycle.Evaluation.Kind;
import tsukasa.cycle.Evaluation.State;
import tsukasa.cycle.Evaluation.Words;
import tsukasa.cycle.Evaluations;
import tsukasa.cycle.ItemSheet;
import tsukasa.cycle.Period;
import tsukasa.identity.Role;
import tsukasa.identity.Visitor;
import tsukasa.plan.Place;
import tsukasa.plan.Plan;
import tsukasa.plan.PlanItem;
import tsukasa.plan.PlanShelf;
import tsukasa.testing.SignedIn;
import tsukasa.testing.StaffBrowser;
import tsukasa.testing.SteppingClock;

/// 自己評価は規則の提案を見て人が書き、もう一人が承認し、主務大臣が最後に評価する。
@SpringBootTest
@AutoConfigureMockMvc
@Covers({"Ⅱ-1-(1)-①.s2", "Ⅱ-1-(1)-①.s3", "Ⅰ-1-KPI", "Ⅰ-2-KPI", "Ⅰ-3-KPI"})
class EvaluationTests {
    private static final SteppingClock CLOCK = SteppingClock.at("2022-04-05T00:00:00Z");
    private static final Place SECURITY = new Place("Ⅰ-1");
    private static final Place EFFICIENCY = new Place("Ⅱ");
    private static final String PAGE = "/staff/evaluation/fy2021/1-1";
    private static final Visitor STAFF = person("佐藤 職子", Role.STAFF);
    private static final Visitor PLANNER = person("計良 画太", Role.PLANNER);
    private static final Visitor EXECUTIVE = person("八木 員", Role.EXECUTIVE);
    private static final Visitor MINISTRY = person("省野 務", Role.MINISTRY);
    private static final Visitor AUDITOR = person("監物 守", Role.AUDITOR);
    private static final Words GOOD = new Words("B", "目標の水準に達した。", "", "");

    @TestConfiguration
    static class AfterTheYear {
        @Bean
        @Primary
        Clock clockAfterTheYear() {
            return CLOCK;
        }
    }

    private final MockMvc browser;
    private final StaffBrowser staff;
    private final Evaluations evaluations;
    private final Closings closings;
    private final Plan plan;
    private final AuditReader audit;
    private final Sealing sealing;

    @Autowired
    EvaluationTests(
            MockMvc browser,
            Evaluations evaluations,
            Closings closings,
            PlanShelf shelf,
            AuditReader audit,
            Sealing sealing) {
        this.browser = browser;
        this.staff = new StaffBrowser(browser);
        this.evaluations = evaluations;
        this.closings = closings;
        this.plan = shelf.plan("fy2021").orElseThrow();
        this.audit = audit;
        this.sealing = sealing;
    }

    @BeforeEach
    @AfterEach
    void everything_is_open_again() {
        CLOCK.step(Duration.ofMinutes(1));
        for (Place place : List.of(SECURITY, EFFICIENCY)) {
            for (Kind kind : Kind.values()) {
                now(place, kind).ifPresent(now -> {
                    evaluations.giveBack(plan, place, now.revision(), "試験の後始末", EXECUTIVE);
                    evaluations.reopen(plan, place, kind, now.revision(), "試験の後始末", EXECUTIVE);
                });
            }
        }
        closings.live("fy2021", year()).ifPresent(closing -> {
            closings.giveBack(closing.id(), "試験の後始末", EXECUTIVE);
            closings.reopen(closing.id(), "試験の後始末", EXECUTIVE);
        });
    }

    private Period year() {
        return new Period(plan.year(), Period.Part.YEAR);
    }

    private void close() {
        Closing proposed = ((ClosingOutcome.Done) closings.propose("fy2021", year(), PLANNER)).closing();
        assertThat(closings.close(proposed.id(), true, EXECUTIVE)).isInstanceOf(ClosingOutcome.Done.class);
    }

    private Optional<Evaluation> now(Place place, Kind kind) {
        ItemSheet sheet = evaluations.sheet(plan, place).orElseThrow();
        return kind == Kind.SELF ? sheet.self() : sheet.minister();
    }

    private int read(Place place, Kind kind) {
        return now(place, kind).map(Evaluation::revision).orElse(0);
    }

    private CycleOutcome submit(Place place, Words words, Visitor by) {
        return evaluations.submit(plan, place, Kind.SELF, words, read(place, Kind.SELF), by);
    }

    private CycleOutcome approve(Place place, Visitor by) {
        return evaluations.approve(plan, place, read(place, Kind.SELF), by);
    }

    private static void refused(CycleOutcome outcome, int status, String field) {
        assertThat(outcome).isInstanceOf(Refused.class);
        assertThat(((Refused) outcome).status()).isEqualTo(status);
        assertThat(((Refused) outcome).faults())
                .extracting(CycleOutcome.Fault::field)
                .contains(field);
    }

    @Test
    void the_items_of_the_plan_are_its_indicator_sections_and_the_other_sections_at_the_top() {
        assertThat(plan.evaluated())
                .extracting(item -> item.place().value())
                .startsWith("Ⅰ-1", "Ⅰ-2", "Ⅰ-3", "Ⅱ", "Ⅲ", "Ⅳ")
                .doesNotContain("Ⅰ", "0", "Ⅱ-1", "別紙1");
        List<ItemSheet> sheets = evaluations.sheets(plan);
        assertThat(sheets).hasSize(plan.evaluated().size() + 1);
        assertThat(sheets.getLast().overall()).isTrue();
        assertThat(sheets.stream().mapToInt(sheet -> sheet.results().size()).sum())
                .isEqualTo(plan.thresholds().size());
    }

    @Test
    void a_grade_that_goes_for_approval_has_reasons_and_one_below_the_standard_says_what_will_be_improved() {
        refused(submit(EFFICIENCY, new Words("", "根拠", "", ""), STAFF), 422, "grade");
        refused(submit(EFFICIENCY, new Words("B", " ", "", ""), STAFF), 422, "reason");
        refused(submit(EFFICIENCY, new Words("C", "根拠", "", ""), STAFF), 422, "improvement");
        refused(submit(EFFICIENCY, new Words("Z", "根拠", "", ""), STAFF), 422, "grade");
        refused(submit(SECURITY, new Words("―", "根拠", "", ""), STAFF), 422, "grade");
        refused(submit(EFFICIENCY, new Words("B", "長".repeat(20_001), "", ""), STAFF), 422, "reason");
        assertThat(submit(EFFICIENCY, new Words("―", "借入れはなかった。", "", ""), STAFF))
                .isInstanceOf(Done.class);
    }

    @Test
    void a_suggestion_is_kept_beside_the_grade_and_never_in_its_place() {
        close();
        assertThat(submit(SECURITY, GOOD, STAFF)).isInstanceOf(Done.class);
        Evaluation.Revision written = now(SECURITY, Kind.SELF).orElseThrow().latest();
        ItemSheet sheet = evaluations.sheet(plan, SECURITY).orElseThrow();
        assertThat(written.words().grade()).isEqualTo("B");
        assertThat(written.suggested())
                .isEqualTo(sheet.suggestion().map(s -> s.byFigure().grade()));
        assertThat(written.closing())
                .isEqualTo(sheet.closing().map(Closing::id))
                .isPresent();
    }

    @Test
    void nobody_approves_what_they_wrote_and_nothing_is_approved_before_the_year_is_closed() {
        Visitor both = new Visitor(UUID.randomUUID(), "両 役", "b@example.jp", Set.of(Role.STAFF, Role.EXECUTIVE), null);
        assertThat(submit(SECURITY, GOOD, both)).isInstanceOf(Done.class);
        refused(approve(SECURITY, both), 422, "");
        refused(approve(SECURITY, EXECUTIVE), 409, "");
        close();
        refused(approve(SECURITY, EXECUTIVE), 409, "");
        evaluations.giveBack(plan, SECURITY, read(SECURITY, Kind.SELF), "締めた数で書き直してください", EXECUTIVE);
        assertThat(submit(SECURITY, GOOD, STAFF)).isInstanceOf(Done.class);
        assertThat(approve(SECURITY, EXECUTIVE)).isInstanceOf(Done.class);
        assertThat(now(SECURITY, Kind.SELF).orElseThrow().state()).isEqualTo(State.APPROVED);
    }

    @Test
    void of_two_who_grade_at_once_one_is_told_that_the_other_was_first() throws Exception {
        int read = read(EFFICIENCY, Kind.SELF);
        Callable<CycleOutcome> one =
                () -> evaluations.write(plan, EFFICIENCY, Kind.SELF, new Words("A", "一人目", "", ""), read, STAFF);
        Callable<CycleOutcome> other =
                () -> evaluations.write(plan, EFFICIENCY, Kind.SELF, new Words("C", "二人目", "", ""), read, PLANNER);
        try (var both = Executors.newFixedThreadPool(2)) {
            List<CycleOutcome> outcomes = new java.util.ArrayList<>();
            for (Future<CycleOutcome> outcome : both.invokeAll(List.of(one, other))) {
                outcomes.add(outcome.get());
            }
            assertThat(outcomes).filteredOn(Done.class::isInstance).hasSize(1);
            assertThat(outcomes).filteredOn(Refused.class::isInstance).hasSize(1);
        }
        assertThat(now(EFFICIENCY, Kind.SELF).orElseThrow().revision()).isEqualTo(read + 1);
    }

    @Test
    void the_minister_says_the_last_word_after_the_agency_and_may_take_it_back_for_a_reason() {
        int none = read(EFFICIENCY, Kind.MINISTER);
        assertThat(evaluations.write(plan, EFFICIENCY, Kind.MINISTER, GOOD, none, MINISTRY))
                .isInstanceOf(Done.class);
        refused(evaluations.submit(plan, EFFICIENCY, Kind.MINISTER, GOOD, none + 1, MINISTRY), 409, "");
        assertThat(submit(EFFICIENCY, GOOD, STAFF)).isInstanceOf(Done.class);
        assertThat(approve(EFFICIENCY, EXECUTIVE)).isInstanceOf(Done.class);
        assertThat(evaluations.submit(plan, EFFICIENCY, Kind.MINISTER, GOOD, none + 1, MINISTRY))
                .isInstanceOf(Done.class);
        refused(evaluations.write(plan, EFFICIENCY, Kind.MINISTER, GOOD, none + 2, MINISTRY), 409, "");
        refused(evaluations.reopen(plan, EFFICIENCY, Kind.MINISTER, none + 2, " ", MINISTRY), 422, "why");
        assertThat(evaluations.reopen(plan, EFFICIENCY, Kind.MINISTER, none + 2, "数の訂正", MINISTRY))
                .isInstanceOf(Done.class);
        assertThat(now(EFFICIENCY, Kind.MINISTER).orElseThrow().latest().why()).contains("数の訂正");
    }

    @Test
    void every_version_stays_and_is_in_the_audit_trail() {
        int before = read(EFFICIENCY, Kind.SELF);
        assertThat(submit(EFFICIENCY, GOOD, STAFF)).isInstanceOf(Done.class);
        evaluations.giveBack(plan, EFFICIENCY, before + 1, "根拠が足りません", EXECUTIVE);
        assertThat(submit(EFFICIENCY, new Words("A", "根拠を足した。", "", ""), STAFF)).isInstanceOf(Done.class);
        assertThat(now(EFFICIENCY, Kind.SELF).orElseThrow().revisions())
                .hasSize(before + 3)
                .extracting(revision -> revision.words().grade())
                .endsWith("B", "B", "A");
        sealing.now();
        AuditReader.Wanted wanted = new AuditReader.Wanted("", "", "fy2021/2/self", null, null, null);
        assertThat(audit.search(wanted, 1, 3).entries())
                .extracting(entry -> entry.action())
                .containsExactly("evaluation.submitted", "evaluation.returned", "evaluation.submitted");
    }

    @Test
    void the_ministry_and_the_auditors_see_what_is_final_and_no_draft() throws Exception {
        Words secret = new Words("A", "まだ内輪の言葉", "", "");
        evaluations.write(plan, EFFICIENCY, Kind.SELF, secret, read(EFFICIENCY, Kind.SELF), STAFF);
        String address = "/staff/evaluation/fy2021/2";
        assertThat(staff.seen(address, STAFF)).contains("まだ内輪の言葉");
        for (Visitor outside : List.of(MINISTRY, AUDITOR)) {
            assertThat(staff.seen(address + "?lang=ja", outside))
                    .doesNotContain("まだ内輪の言葉")
                    .contains("確定した後に表示");
            assertThat(staff.seen("/staff/evaluation/fy2021?lang=ja", outside)).doesNotContain("下書き");
        }
        assertThat(submit(EFFICIENCY, secret, STAFF)).isInstanceOf(Done.class);
        assertThat(approve(EFFICIENCY, EXECUTIVE)).isInstanceOf(Done.class);
        assertThat(staff.seen(address, MINISTRY)).contains("まだ内輪の言葉");
    }

    @Test
    void the_pages_lead_from_a_draft_to_a_grade_and_say_what_is_wrong_where_it_is() throws Exception {
        assertThat(staff.seen("/staff/evaluation?lang=en", PLANNER))
                .contains("Evaluation by item")
                .contains("Cyber security");
        assertThat(staff.seen(PAGE + "?lang=ja", STAFF)).contains("評定の根拠").contains("SEC-2.a");
        MockHttpServletResponse wrong = form("/self", STAFF)
                .with("then", "submit")
                .with("grade", "C")
                .with("reason", "低い")
                .sent();
        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(wrong.getContentAsString(StandardCharsets.UTF_8))
                .contains("改善方策を書いてください")
                .contains("低い");
        close();
        assertThat(form("/self", STAFF)
                        .with("then", "submit")
                        .with("grade", "B")
                        .with("reason", "良い")
                        .status())
                .isEqualTo(303);
        assertThat(form("/self", PLANNER)
                        .with("then", "save")
                        .with("grade", "A")
                        .status())
                .isEqualTo(409);
        assertThat(staff.seen(PAGE + "?lang=ja", EXECUTIVE)).contains("承認して確定する");
        assertThat(form("/return", EXECUTIVE).with("why", "").status()).isEqualTo(422);
        assertThat(form("/approval", EXECUTIVE).status()).isEqualTo(303);
        assertThat(staff.seen(PAGE + "?lang=ja", EXECUTIVE)).contains("再び開く").contains("確定");
        assertThat(form("/reopening", EXECUTIVE).with("why", "誤りが見つかった").status())
                .isEqualTo(303);
    }

    private StaffBrowser.Form form(String deed, Visitor by) {
        return staff.form(PAGE + deed, by).with("read", read(SECURITY, Kind.SELF));
    }

    @Test
    void each_deed_is_for_those_whose_office_it_is() throws Exception {
        record Wrong(String deed, Visitor by) {}
        for (Wrong wrong : List.of(
                new Wrong("/self", STAFF.within(Set.of("pr"))),
                new Wrong("/self", EXECUTIVE),
                new Wrong("/self", MINISTRY),
                new Wrong("/self", AUDITOR),
                new Wrong("/approval", STAFF),
                new Wrong("/approval", PLANNER),
                new Wrong("/approval", MINISTRY),
                new Wrong("/return", STAFF),
                new Wrong("/reopening", PLANNER),
                new Wrong("/minister", EXECUTIVE),
                new Wrong("/minister", PLANNER),
                new Wrong("/minister/reopening", EXECUTIVE))) {
            assertThat(form(wrong.deed(), wrong.by()).status())
                    .as(wrong.deed() + " " + wrong.by().displayName())
                    .isEqualTo(403);
        }
        for (String nowhere : List.of("/staff/evaluation/fy1999", "/staff/evaluation/fy2021/1", PAGE + "x")) {
            assertThat(browser.perform(get(nowhere).with(SignedIn.as(PLANNER)))
                            .andReturn()
                            .getResponse()
                            .getStatus())
                    .as(nowhere)
                    .isEqualTo(404);
        }
    }

    @Test
    void items_name_their_flags() {
        assertThat(evaluations.sheets(plan).stream()
                        .filter(sheet -> sheet.results().stream()
                                .anyMatch(result -> !result.indicator().flags().isEmpty()))
                        .map(sheet ->
                                sheet.item().map(PlanItem::place).orElseThrow().value()))
                .contains("Ⅰ-1", "Ⅰ-2", "Ⅰ-3");
    }
}
