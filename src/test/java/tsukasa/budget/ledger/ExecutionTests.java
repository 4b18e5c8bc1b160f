package tsukasa.budget.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static tsukasa.budget.MoneyCast.ACCOUNTANT;
import static tsukasa.budget.MoneyCast.EXECUTIVE;
import static tsukasa.budget.MoneyCast.PLANNER;
import static tsukasa.budget.MoneyCast.SECOND_ACCOUNTANT;
import static tsukasa.budget.MoneyCast.STAFF;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
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
import org.springframework.test.web.servlet.MockMvc;
import tsukasa.Covers;
import tsukasa.audit.AuditReader;
import tsukasa.audit.Sealing;
import tsukasa.budget.AmountVersion;
import tsukasa.budget.BudgetLine;
import tsukasa.budget.EntryOutcome;
import tsukasa.budget.Executed;
import tsukasa.budget.Execution;
import tsukasa.budget.Money;
import tsukasa.budget.NewAmount;
import tsukasa.budget.Yen;
import tsukasa.cycle.ClosingOutcome;
import tsukasa.cycle.Closings;
import tsukasa.cycle.Period;
import tsukasa.identity.Role;
import tsukasa.identity.Visitor;
import tsukasa.plan.Place;
import tsukasa.plan.Plan;
import tsukasa.plan.PlanShelf;
import tsukasa.testing.OwnersDatabase;
import tsukasa.testing.SignedIn;
import tsukasa.testing.SteppingClock;

/// 配分予算の執行状況を毎月把握し、訂正しても前の額が残り、締めた期間の額は変わらない。
@SpringBootTest
@AutoConfigureMockMvc
@Covers({"Ⅲ-1-(1)"})
class ExecutionTests {
    private static final String LINE = "general/security/exp.program";
    private static final YearMonth APRIL = YearMonth.of(2021, 4);
    private static final SteppingClock CLOCK = SteppingClock.at("2021-07-12T00:00:00Z");

    @TestConfiguration
    static class InTheYear {
        @Bean
        @Primary
        Clock clockOfTheYear() {
            return CLOCK;
        }
    }

    private final MockMvc browser;
    private final Execution execution;
    private final Closings closings;
    private final Money money;
    private final JdbcClient database;
    private final AuditReader audit;
    private final Sealing sealing;
    private final Plan plan;

    @Autowired
    ExecutionTests(
            MockMvc browser,
            Execution execution,
            Closings closings,
            Money money,
            @Qualifier(OwnersDatabase.OWNER) JdbcClient database,
            AuditReader audit,
            Sealing sealing,
            PlanShelf shelf) {
        this.browser = browser;
        this.execution = execution;
        this.closings = closings;
        this.money = money;
        this.database = database;
        this.audit = audit;
        this.sealing = sealing;
        this.plan = shelf.plan("fy2021").orElseThrow();
    }

    @BeforeEach
    void the_book_is_empty_and_open() {
        CLOCK.step(Duration.ofMinutes(1));
        closings.live("fy2021", quarter()).ifPresent(closing -> {
            closings.giveBack(closing.id(), "試験の後始末", EXECUTIVE);
            closings.reopen(closing.id(), "試験の後始末", EXECUTIVE);
        });
        database.sql("alter table budget.execution disable trigger execution_is_kept")
                .update();
        database.sql("delete from budget.execution").update();
        database.sql("delete from budget.import_file").update();
        database.sql("alter table budget.execution enable trigger execution_is_kept")
                .update();
    }

    private Period quarter() {
        return new Period(plan.year(), Period.Part.Q1);
    }

    private EntryOutcome enter(YearMonth month, @Nullable Long yen, int seen, String reason, Visitor by) {
        NewAmount amount = new NewAmount(
                LINE, month, Optional.ofNullable(yen), seen, Optional.of(reason).filter(r -> !r.isEmpty()));
        return execution.enter(plan, List.of(amount), Optional.empty(), by);
    }

    private void wholeMonth(YearMonth month, long yen) {
        List<NewAmount> amounts = execution.of(plan).lines().all().stream()
                .filter(line -> line.budget().isPresent())
                .map(line -> new NewAmount(line.key(), month, Optional.of(yen), 0, Optional.empty()))
                .toList();
        assertThat(execution.enter(plan, amounts, Optional.empty(), ACCOUNTANT)).isInstanceOf(EntryOutcome.Done.class);
    }

    private static EntryOutcome.Kind refusal(EntryOutcome outcome) {
        return ((EntryOutcome.Refused) outcome).faults().getFirst().kind();
    }

    private void closeQuarter() {
        ClosingOutcome proposed = closings.propose("fy2021", quarter(), PLANNER);
        long id = ((ClosingOutcome.Done) proposed).closing().id();
        assertThat(closings.close(id, true, EXECUTIVE)).isInstanceOf(ClosingOutcome.Done.class);
    }

    private String seen(String address, Visitor by) throws Exception {
        MockHttpServletResponse response =
                browser.perform(get(address).with(SignedIn.as(by))).andReturn().getResponse();
        assertThat(response.getStatus()).as(address).isEqualTo(200);
        return response.getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void the_lines_are_those_of_the_budget_with_what_is_part_of_them() {
        List<BudgetLine> lines = execution.of(plan).lines().all();
        assertThat(lines.stream().map(BudgetLine::key))
                .contains(LINE, "exam//exp.program", "general/hr_dev/part.grant.hr_dev", "exam//part.personnel")
                .doesNotContain("general/security/exp.total")
                .doesNotHaveDuplicates();
        assertThat(lines.stream()
                        .filter(line -> line.key().equals("general/corporate/exp.program"))
                        .findFirst()
                        .flatMap(BudgetLine::budget))
                .as("－ is not zero")
                .isEmpty();
        assertThat(execution
                        .of(plan)
                        .lines()
                        .find("general/hr_dev/part.grant.hr_dev")
                        .flatMap(BudgetLine::budget))
                .contains(Yen.ofMillions(813));
    }

    @Test
    void a_correction_is_a_new_version_that_says_who_when_and_why() {
        assertThat(enter(APRIL, 1_000L, 0, "", ACCOUNTANT)).isEqualTo(new EntryOutcome.Done(1, 0));
        assertThat(refusal(enter(APRIL, 2_000L, 1, "", ACCOUNTANT))).isEqualTo(EntryOutcome.Kind.NO_REASON);
        assertThat(enter(APRIL, 2_000L, 1, "請求書の取り違え", SECOND_ACCOUNTANT)).isEqualTo(new EntryOutcome.Done(1, 0));
        List<AmountVersion> versions = execution.history(plan, LINE, APRIL);
        assertThat(versions).extracting(AmountVersion::yen).containsExactly(Optional.of(1_000L), Optional.of(2_000L));
        assertThat(versions.get(1).byName()).isEqualTo(SECOND_ACCOUNTANT.displayName());
        assertThat(versions.get(1).reason()).contains("請求書の取り違え");
        assertThat(execution.of(plan).amounts().get(LINE)).containsEntry(APRIL, 2_000L);
    }

    @Test
    void an_amount_taken_back_is_open_again_and_not_zero() {
        enter(APRIL, 1_000L, 0, "", ACCOUNTANT);
        assertThat(enter(APRIL, null, 1, "別の月のもの", ACCOUNTANT)).isEqualTo(new EntryOutcome.Done(1, 0));
        Executed executed = execution.of(plan);
        BudgetLine line = executed.lines().find(LINE).orElseThrow();
        assertThat(executed.amount(line, APRIL)).isEmpty();
        assertThat(executed.missing(APRIL)).contains(line);
    }

    @Test
    void the_same_amount_again_changes_nothing() {
        enter(APRIL, 1_000L, 0, "", ACCOUNTANT);
        assertThat(enter(APRIL, 1_000L, 0, "", ACCOUNTANT)).isEqualTo(new EntryOutcome.Done(0, 1));
        assertThat(execution.history(plan, LINE, APRIL)).hasSize(1);
    }

    @Test
    void a_month_that_has_not_begun_or_is_of_another_year_is_refused() {
        assertThat(refusal(enter(YearMonth.of(2021, 8), 1L, 0, "", ACCOUNTANT))).isEqualTo(EntryOutcome.Kind.NOT_BEGUN);
        assertThat(refusal(enter(YearMonth.of(2021, 3), 1L, 0, "", ACCOUNTANT)))
                .isEqualTo(EntryOutcome.Kind.NOT_OF_YEAR);
    }

    @Test
    void of_two_who_correct_at_once_one_is_told_that_the_amount_is_new() throws Exception {
        enter(APRIL, 1L, 0, "", ACCOUNTANT);
        List<EntryOutcome> outcomes = atOnce(
                () -> enter(APRIL, 2L, 1, "こちら", ACCOUNTANT), () -> enter(APRIL, 3L, 1, "あちら", SECOND_ACCOUNTANT));
        assertThat(outcomes).filteredOn(EntryOutcome.Done.class::isInstance).hasSize(1);
        assertThat(outcomes)
                .filteredOn(EntryOutcome.Refused.class::isInstance)
                .singleElement()
                .satisfies(refused -> assertThat(refusal(refused)).isEqualTo(EntryOutcome.Kind.CHANGED_MEANWHILE));
        assertThat(execution.history(plan, LINE, APRIL)).hasSize(2);
    }

    @SafeVarargs
    private static <T> List<T> atOnce(Callable<T>... deeds) throws Exception {
        try (ExecutorService both = Executors.newFixedThreadPool(deeds.length)) {
            List<T> outcomes = new ArrayList<>();
            for (Future<T> outcome : both.invokeAll(List.of(deeds))) {
                outcomes.add(outcome.get());
            }
            return outcomes;
        }
    }

    @Test
    void a_month_of_a_closed_period_cannot_be_changed_until_it_is_opened_again() {
        enter(APRIL, 1_000L, 0, "", ACCOUNTANT);
        closeQuarter();
        assertThat(refusal(enter(APRIL, 2_000L, 1, "訂正", ACCOUNTANT))).isEqualTo(EntryOutcome.Kind.CLOSED);
        assertThat(refusal(enter(YearMonth.of(2021, 6), 1L, 0, "", ACCOUNTANT))).isEqualTo(EntryOutcome.Kind.CLOSED);
        assertThat(enter(YearMonth.of(2021, 7), 1L, 0, "", ACCOUNTANT)).isEqualTo(new EntryOutcome.Done(1, 0));
        long closing = closings.live("fy2021", quarter()).orElseThrow().id();
        closings.reopen(closing, "4月の額の訂正", EXECUTIVE);
        assertThat(enter(APRIL, 2_000L, 1, "訂正", ACCOUNTANT)).isEqualTo(new EntryOutcome.Done(1, 0));
    }

    @Test
    void the_database_itself_refuses_to_change_or_forget_a_version() {
        enter(APRIL, 1_000L, 0, "", ACCOUNTANT);
        for (String deed : List.of(
                "update budget.execution set yen = 1", "delete from budget.execution", "truncate budget.execution")) {
            assertThatThrownBy(() -> database.sql(deed).update()).hasMessageContaining("keeps every row");
        }
    }

    @Test
    void what_was_entered_and_corrected_stands_in_the_audit_trail() {
        enter(APRIL, 1_000L, 0, "", ACCOUNTANT);
        enter(APRIL, 2_000L, 1, "監査のための訂正", ACCOUNTANT);
        sealing.now();
        assertThat(audit.search(
                                new AuditReader.Wanted(
                                        ACCOUNTANT.displayName(), "execution.corrected", "", null, null, null),
                                1,
                                5)
                        .entries())
                .first()
                .satisfies(entry -> assertThat(entry.reason()).contains("監査のための訂正"));
    }

    @Test
    void the_public_page_shows_whole_months_only_and_says_up_to_when() throws Exception {
        wholeMonth(APRIL, 1_000_000);
        enter(YearMonth.of(2021, 5), 999_000_000L, 0, "", ACCOUNTANT);
        String page = browser.perform(get("/money/fy2021?lang=ja"))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(page).contains("2021年4月30日時点").contains("17,602").doesNotContain("2021年5月31日時点");
        String csv = browser.perform(get("/money/fy2021/execution.csv"))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(csv).contains("fy2021,2021-04,general,security,exp.program").doesNotContain("999000000");
    }

    @Test
    void a_section_shows_its_money_beside_its_indicators() throws Exception {
        wholeMonth(APRIL, 2_500_000);
        assertThat(money.of(plan, new Place("Ⅰ-2")).orElseThrow().budget()).contains(Yen.ofMillions(4994 + 813));
        assertThat(money.of(plan, new Place("Ⅰ-1")).orElseThrow().executed()).contains(Yen.of(5_000_000));
        assertThat(money.of(plan, new Place("Ⅰ-1")).orElseThrow().settlement()).isEmpty();
        assertThat(money.of(plan, new Place("Ⅸ-1"))).isEmpty();
        assertThat(money.of(plan, List.of(new Place("Ⅸ-1"), new Place("Ⅰ-1"), new Place("Ⅰ-2"))))
                .containsOnlyKeys(new Place("Ⅰ-1"), new Place("Ⅰ-2"))
                .containsEntry(
                        new Place("Ⅰ-1"), money.of(plan, new Place("Ⅰ-1")).orElseThrow());
        assertThat(seen("/money/fy2021/sections/1-1?lang=ja", STAFF))
                .contains("SEC-2.a")
                .contains("7,210");
        assertThat(browser.perform(get("/money/fy2021/sections/9-1"))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(404);
    }

    private MockHttpServletResponse sent(YearMonth month, String yen, String version, String reason, Visitor by)
            throws Exception {
        return browser.perform(post("/staff/money/fy2021/months/" + month + "?lang=ja")
                        .param(LedgerViews.field(LINE), yen)
                        .param("v-" + LedgerViews.field(LINE), version)
                        .param("reason", reason)
                        .with(SignedIn.as(by))
                        .with(csrf()))
                .andReturn()
                .getResponse();
    }

    @Test
    void amounts_are_typed_on_a_page_that_says_what_is_wrong_beside_the_field() throws Exception {
        assertThat(sent(APRIL, "１，２３４，０００円", "0", "", ACCOUNTANT).getStatus()).isEqualTo(303);
        assertThat(seen("/staff/money/fy2021/months/2021-04?lang=ja", ACCOUNTANT))
                .contains("1,234,000");
        MockHttpServletResponse odd = sent(APRIL, "たくさん", "1", "", ACCOUNTANT);
        assertThat(odd.getStatus()).isEqualTo(422);
        assertThat(odd.getContentAsString(StandardCharsets.UTF_8))
                .contains("たくさん")
                .contains("金額として読めません");
        assertThat(sent(APRIL, "5", "1", "", ACCOUNTANT).getStatus()).isEqualTo(422);
        assertThat(sent(APRIL, "5", "0", "理由", ACCOUNTANT).getStatus()).isEqualTo(409);
        assertThat(sent(APRIL, "5", "1", "桁の誤り", ACCOUNTANT).getStatus()).isEqualTo(303);
        assertThat(seen("/staff/money/fy2021/months/2021-04/history?line=" + LINE + "&lang=ja", STAFF))
                .contains("1,234,000")
                .contains("桁の誤り");
    }

    @Test
    void nobody_but_accountants_enters_amounts() throws Exception {
        for (Visitor other : List.of(STAFF, PLANNER, EXECUTIVE)) {
            assertThat(sent(APRIL, "5", "0", "", other).getStatus()).isEqualTo(403);
        }
        assertThat(browser.perform(post("/staff/money/fy2021/months/2021-04").with(csrf()))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isIn(303, 401);
        assertThat(browser.perform(post("/staff/money/fy2021/months/2021-04").with(SignedIn.as(Role.ACCOUNTANT)))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(403);
    }
}
