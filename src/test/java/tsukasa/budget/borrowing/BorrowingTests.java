package tsukasa.budget.borrowing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static tsukasa.budget.MoneyCast.ACCOUNTANT;
import static tsukasa.budget.MoneyCast.EXECUTIVE;
import static tsukasa.budget.MoneyCast.STAFF;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tsukasa.Covers;
import tsukasa.audit.AuditReader;
import tsukasa.audit.Sealing;
import tsukasa.budget.Borrowing;
import tsukasa.budget.BorrowingOutcome;
import tsukasa.budget.BorrowingOutcome.Done;
import tsukasa.budget.MoneyCast;
import tsukasa.budget.NewBorrowing;
import tsukasa.budget.NewBorrowing.Kind;
import tsukasa.budget.NoneOutcome;
import tsukasa.budget.NoneRegister;
import tsukasa.budget.NoneStanding;
import tsukasa.identity.Role;
import tsukasa.identity.Visitor;
import tsukasa.plan.Place;
import tsukasa.plan.Plan;
import tsukasa.plan.PlanShelf;
import tsukasa.testing.OwnersDatabase;
import tsukasa.testing.SignedIn;

/// 短期借入金の残高は、どの時点でも20億円を超えない。
@SpringBootTest
@AutoConfigureMockMvc
@Covers({"Ⅴ", "Ⅵ", "Ⅸ-1"})
class BorrowingTests {
    private static final Place LIMIT = new Place("Ⅴ");
    private static final Place PROPERTY = new Place("Ⅵ");
    private static final Visitor SECOND_EXECUTIVE = MoneyCast.person("九重 役", Role.EXECUTIVE);
    private final MockMvc browser;
    private final Borrowing borrowing;
    private final NoneRegister register;
    private final JdbcClient database;
    private final TransactionTemplate repeatable;
    private final AuditReader audit;
    private final Sealing sealing;
    private final Plan plan;

    @Autowired
    BorrowingTests(
            MockMvc browser,
            Borrowing borrowing,
            NoneRegister register,
            @Qualifier(OwnersDatabase.OWNER) JdbcClient database,
            PlatformTransactionManager transactions,
            AuditReader audit,
            Sealing sealing,
            PlanShelf shelf) {
        this.browser = browser;
        this.borrowing = borrowing;
        this.register = register;
        this.database = database;
        this.repeatable = new TransactionTemplate(transactions);
        this.repeatable.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.audit = audit;
        this.sealing = sealing;
        this.plan = shelf.plan("fy2021").orElseThrow();
    }

    @BeforeEach
    void nothing_is_borrowed() {
        for (String table : List.of("borrowing_posting", "borrowing_event", "none_event")) {
            database.sql("alter table budget." + table + " disable trigger user")
                    .update();
            database.sql("delete from budget." + table).update();
            database.sql("alter table budget." + table + " enable trigger user").update();
        }
        database.sql("delete from budget.borrowing where kind = 'REPAY'").update();
        database.sql("delete from budget.borrowing").update();
    }

    private static NewBorrowing draw(String at, long yen) {
        return new NewBorrowing(
                Kind.DRAW,
                Instant.parse(at),
                yen,
                "見本銀行",
                Optional.of(LocalDate.of(2022, 3, 31)),
                Optional.empty(),
                "交付金の受入れが遅れるため");
    }

    private static NewBorrowing repay(String at, long yen, long draw) {
        return new NewBorrowing(
                Kind.REPAY, Instant.parse(at), yen, "見本銀行", Optional.empty(), Optional.of(draw), "交付金を受け入れたため");
    }

    private long proposed(NewBorrowing entry) {
        return ((Done) borrowing.propose(plan, entry, ACCOUNTANT)).id();
    }

    private long posted(NewBorrowing entry) {
        long id = proposed(entry);
        assertThat(borrowing.approve(plan, id, EXECUTIVE)).isEqualTo(new Done(id));
        return id;
    }

    @Test
    void exactly_the_limit_can_be_borrowed_and_not_a_yen_more() {
        posted(draw("2021-06-01T00:00:00Z", 2_000_000_000L));
        assertThat(borrowing.standing(plan).balance(Instant.parse("2021-06-02T00:00:00Z")))
                .isEqualTo(2_000_000_000L);
        assertThat(borrowing.propose(plan, draw("2021-07-01T00:00:00Z", 1), ACCOUNTANT))
                .isEqualTo(new BorrowingOutcome.OverLimit(
                        Instant.parse("2021-07-01T00:00:00Z"), 2_000_000_001L, 2_000_000_000L));
    }

    @Test
    void an_entry_dated_back_is_held_against_every_later_moment() {
        long early = posted(draw("2021-05-10T00:00:00Z", 500_000_000L));
        posted(repay("2021-06-10T00:00:00Z", 500_000_000L, early));
        posted(draw("2021-09-01T00:00:00Z", 1_800_000_000L));
        assertThat(borrowing.propose(plan, draw("2021-04-20T00:00:00Z", 300_000_000L), ACCOUNTANT))
                .isInstanceOf(BorrowingOutcome.OverLimit.class);
        assertThat(borrowing.propose(plan, draw("2021-04-20T00:00:00Z", 200_000_000L), ACCOUNTANT))
                .isInstanceOf(Done.class);
    }

    @Test
    void at_one_moment_what_is_borrowed_counts_before_what_is_repaid() {
        long first = posted(draw("2021-05-10T00:00:00Z", 1_500_000_000L));
        posted(repay("2021-06-10T00:00:00Z", 1_500_000_000L, first));
        assertThat(borrowing.propose(plan, draw("2021-06-10T00:00:00Z", 600_000_000L), ACCOUNTANT))
                .isInstanceOf(BorrowingOutcome.OverLimit.class);
        assertThat(borrowing.propose(plan, draw("2021-06-10T00:01:00Z", 600_000_000L), ACCOUNTANT))
                .isInstanceOf(Done.class);
    }

    @Test
    void of_two_approved_at_once_that_exceed_the_limit_together_one_is_refused() throws Exception {
        for (int round = 0; round < 5; round++) {
            nothing_is_borrowed();
            long one = proposed(draw("2021-06-01T00:00:00Z", 1_200_000_000L));
            long other = proposed(draw("2021-06-02T00:00:00Z", 1_200_000_000L));
            List<BorrowingOutcome> outcomes = atOnce(
                    () -> borrowing.approve(plan, one, EXECUTIVE),
                    () -> borrowing.approve(plan, other, SECOND_EXECUTIVE));
            assertThat(outcomes).filteredOn(Done.class::isInstance).hasSize(1);
            assertThat(outcomes)
                    .filteredOn(BorrowingOutcome.OverLimit.class::isInstance)
                    .hasSize(1);
            assertThat(borrowing.standing(plan).peak().orElseThrow().balance()).isEqualTo(1_200_000_000L);
        }
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
    void the_database_refuses_it_even_to_whoever_goes_past_the_program() {
        long one = posted(draw("2021-06-01T00:00:00Z", 1_900_000_000L));
        long other = proposed(draw("2021-06-02T00:00:00Z", 100_000_000L));
        String past = "insert into budget.borrowing_posting values (" + other + ", 'fy2021', '2021-06-02', 100000001, "
                + other + ")";
        assertThatThrownBy(() -> database.sql(past).update()).hasMessageContaining("exceed the limit");
        assertThatThrownBy(() ->
                        repeatable.executeWithoutResult(_ -> database.sql(past).update()))
                .hasMessageContaining("exceed the limit");
        assertThatThrownBy(() -> database.sql("delete from budget.borrowing_posting where borrowing = " + one)
                        .update())
                .hasMessageContaining("keeps every row");
    }

    @Test
    void no_more_is_repaid_than_that_draw_owes() {
        long one = posted(draw("2021-06-01T00:00:00Z", 100L));
        posted(draw("2021-06-01T01:00:00Z", 900L));
        assertThat(borrowing.propose(plan, repay("2021-07-01T00:00:00Z", 101L, one), ACCOUNTANT))
                .isEqualTo(new BorrowingOutcome.TooMuchRepaid());
        assertThat(borrowing.propose(plan, repay("2021-05-01T00:00:00Z", 1L, one), ACCOUNTANT))
                .isEqualTo(new BorrowingOutcome.NoDraw());
        long first = proposed(repay("2021-07-01T00:00:00Z", 100L, one));
        long second = proposed(repay("2021-07-02T00:00:00Z", 100L, one));
        assertThat(borrowing.approve(plan, first, EXECUTIVE)).isInstanceOf(Done.class);
        assertThat(borrowing.approve(plan, second, EXECUTIVE)).isEqualTo(new BorrowingOutcome.TooMuchRepaid());
        assertThat(borrowing.standing(plan).balance(Instant.parse("2021-08-01T00:00:00Z")))
                .isEqualTo(900L);
    }

    @Test
    void nobody_approves_what_they_proposed_and_a_decision_stands() {
        Visitor both = MoneyCast.person("両 役", Role.EXECUTIVE);
        long own = ((Done) borrowing.propose(plan, draw("2021-06-01T00:00:00Z", 5L), both)).id();
        assertThat(borrowing.approve(plan, own, both)).isEqualTo(new BorrowingOutcome.SamePerson());
        assertThat(borrowing.giveBack(plan, own, "", EXECUTIVE)).isEqualTo(new BorrowingOutcome.NoReason());
        assertThat(borrowing.giveBack(plan, own, "不要になった", EXECUTIVE)).isInstanceOf(Done.class);
        assertThat(borrowing.approve(plan, own, EXECUTIVE)).isEqualTo(new BorrowingOutcome.Decided());
        assertThat(borrowing.none(plan)).isTrue();
    }

    @Test
    void what_is_borrowed_lies_within_the_year_and_is_due_within_it() {
        assertThat(borrowing.propose(plan, draw("2021-03-31T14:59:00Z", 5L), ACCOUNTANT))
                .isEqualTo(new BorrowingOutcome.NotOfYear());
        assertThat(borrowing.propose(plan, draw("2021-03-31T15:00:00Z", 5L), ACCOUNTANT))
                .isInstanceOf(Done.class);
        NewBorrowing late = new NewBorrowing(
                Kind.DRAW,
                Instant.parse("2021-06-01T00:00:00Z"),
                5L,
                "見本銀行",
                Optional.of(LocalDate.of(2022, 4, 1)),
                Optional.empty(),
                "理由");
        assertThat(borrowing.propose(plan, late, ACCOUNTANT)).isEqualTo(new BorrowingOutcome.NotOfYear());
    }

    private MockHttpServletResponse sent(MockHttpServletRequestBuilder request, Visitor by) throws Exception {
        return browser.perform(request.param("lang", "ja").with(SignedIn.as(by)).with(csrf()))
                .andReturn()
                .getResponse();
    }

    private static MockHttpServletRequestBuilder form(String yen) {
        return post("/staff/money/fy2021/borrowing")
                .param("kind", "DRAW")
                .param("day", "2021-06-01")
                .param("time", "09:30")
                .param("yen", yen)
                .param("lender", "見本銀行")
                .param("due", "2022-03-31")
                .param("reason", "天災で試験が中止になり、資金が不足するため");
    }

    @Test
    void the_register_says_in_words_why_more_is_refused_and_who_may_do_what() throws Exception {
        assertThat(sent(form("５億"), ACCOUNTANT).getStatus()).isEqualTo(422);
        MockHttpServletResponse over = sent(form("2,000,000,001"), ACCOUNTANT);
        assertThat(over.getStatus()).isEqualTo(409);
        assertThat(over.getContentAsString(StandardCharsets.UTF_8))
                .contains("2,000,000,001円になり")
                .contains("2,000,000,000円");
        assertThat(sent(form("２，０００，０００，０００"), ACCOUNTANT).getStatus()).isEqualTo(303);
        long id = borrowing.entries(plan).getFirst().id();
        String approval = "/staff/money/fy2021/borrowing/" + id + "/approval";
        assertThat(sent(post(approval), ACCOUNTANT).getStatus()).isEqualTo(403);
        assertThat(sent(form("1"), EXECUTIVE).getStatus()).isEqualTo(403);
        assertThat(sent(form("1"), STAFF).getStatus()).isEqualTo(403);
        assertThat(sent(post(approval), EXECUTIVE).getStatus()).isEqualTo(303);
        assertThat(sent(post(approval), EXECUTIVE).getStatus()).isEqualTo(409);
        assertThat(sent(get("/staff/money/fy2021/borrowing"), STAFF).getContentAsString(StandardCharsets.UTF_8))
                .contains("見本銀行")
                .contains("2,000,000,000")
                .doesNotContain("申請する");
        sealing.now();
        assertThat(audit.search(new AuditReader.Wanted("", "borrowing.posted", "fy2021/" + id, null, null, null), 1, 5)
                        .entries())
                .hasSize(1);
    }

    @Test
    void none_is_a_statement_with_a_name_and_what_was_borrowed_ends_it() {
        NoneStanding before = register.of(plan, LIMIT).orElseThrow();
        assertThat(before.state()).isEqualTo(NoneStanding.State.AS_PLANNED);
        assertThat(register.confirm(plan, LIMIT, 0, ACCOUNTANT)).isEqualTo(new NoneOutcome.Done());
        NoneStanding confirmed = register.of(plan, LIMIT).orElseThrow();
        assertThat(confirmed.state()).isEqualTo(NoneStanding.State.CONFIRMED);
        assertThat(confirmed.none()).isTrue();
        assertThat(confirmed.events().getFirst().byName()).isEqualTo(ACCOUNTANT.displayName());
        posted(draw("2021-06-01T00:00:00Z", 1L));
        assertThat(register.of(plan, LIMIT).orElseThrow().none()).isFalse();
        assertThat(register.confirm(plan, LIMIT, 1, ACCOUNTANT)).isEqualTo(new NoneOutcome.NotNone());
    }

    @Test
    void nothing_becomes_something_by_a_reason_and_two_people() {
        assertThat(register.of(plan).stream().map(one -> one.place().value())).containsExactly("Ⅴ", "Ⅵ", "Ⅸ-1");
        assertThat(register.propose(plan, PROPERTY, 0, "会議室の譲渡", Optional.of(5L), " ", ACCOUNTANT))
                .isEqualTo(new NoneOutcome.NoReason());
        assertThat(register.propose(plan, PROPERTY, 0, "会議室の譲渡", Optional.of(5L), "移転のため", ACCOUNTANT))
                .isEqualTo(new NoneOutcome.Done());
        assertThat(register.of(plan, PROPERTY).orElseThrow().none()).isTrue();
        assertThat(register.approve(plan, PROPERTY, 1, ACCOUNTANT)).isEqualTo(new NoneOutcome.SamePerson());
        assertThat(register.approve(plan, PROPERTY, 0, EXECUTIVE)).isEqualTo(new NoneOutcome.Changed());
        assertThat(register.approve(plan, PROPERTY, 1, EXECUTIVE)).isEqualTo(new NoneOutcome.Done());
        assertThat(register.of(plan, PROPERTY).orElseThrow().none()).isFalse();
        assertThat(register.confirm(plan, PROPERTY, 2, ACCOUNTANT)).isEqualTo(new NoneOutcome.NotNone());
        assertThat(register.confirm(plan, new Place("Ⅶ"), 0, ACCOUNTANT)).isEqualTo(new NoneOutcome.NotThere());
    }

    @Test
    void the_page_of_nothing_says_who_confirmed_it_and_refuses_the_wrong_people() throws Exception {
        String confirm = "/staff/money/fy2021/none/6/confirmation";
        assertThat(sent(post(confirm).param("seen", "0"), STAFF).getStatus()).isEqualTo(403);
        assertThat(sent(post(confirm).param("seen", "0"), ACCOUNTANT).getStatus())
                .isEqualTo(303);
        assertThat(sent(post(confirm).param("seen", "0"), ACCOUNTANT).getStatus())
                .isEqualTo(409);
        assertThat(sent(get("/staff/money/fy2021/none"), STAFF).getContentAsString(StandardCharsets.UTF_8))
                .contains(ACCOUNTANT.displayName() + "さんが")
                .contains("確認前");
        assertThat(sent(post("/staff/money/fy2021/none/7/confirmation").param("seen", "0"), ACCOUNTANT)
                        .getStatus())
                .isEqualTo(404);
        MockHttpServletResponse blank = sent(
                post("/staff/money/fy2021/none/6/entry").param("seen", "1").param("subject", "<b>土地</b>"), ACCOUNTANT);
        assertThat(blank.getStatus()).isEqualTo(422);
        assertThat(blank.getContentAsString(StandardCharsets.UTF_8))
                .contains("&lt;b>土地")
                .doesNotContain("<b>土地");
    }
}
