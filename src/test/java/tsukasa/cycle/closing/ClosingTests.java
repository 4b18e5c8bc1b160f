package tsukasa.cycle.closing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.asyncDispatch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tsukasa.Covers;
import tsukasa.audit.AuditReader;
import tsukasa.audit.Sealing;
import tsukasa.cycle.Closing;
import tsukasa.cycle.Closing.State;
import tsukasa.cycle.ClosingOutcome;
import tsukasa.cycle.ClosingOutcome.AlreadyThere;
import tsukasa.cycle.ClosingOutcome.Done;
import tsukasa.cycle.Closings;
import tsukasa.cycle.Period;
import tsukasa.identity.Role;
import tsukasa.identity.Visitor;
import tsukasa.kernel.FiscalYear;
import tsukasa.kernel.Fraction;
import tsukasa.plan.FrozenCount;
import tsukasa.plan.FrozenCounts;
import tsukasa.plan.NewEvidence;
import tsukasa.plan.NewRecord;
import tsukasa.plan.RecordOutcome;
import tsukasa.plan.Results;
import tsukasa.testing.OwnersDatabase;
import tsukasa.testing.SignedIn;
import tsukasa.testing.SteppingClock;

/// 上期終了時点の数は、行ごと固定され、二人の目で締められる。
@SpringBootTest
@AutoConfigureMockMvc
@Covers({"Ⅱ-1-(1)-②.s2", "Ⅱ-1-(1)-①.s1"})
class ClosingTests {
    private static final Period HALF = new Period(new FiscalYear(2021), Period.Part.H1);
    private static final String PAGE = "/staff/closings/fy2021/h1";
    private static final String THRESHOLD = "SEC-4.a";
    private static final SteppingClock CLOCK = SteppingClock.at("2021-10-05T00:00:00Z");
    private static final Visitor PLANNER = person("計良 画太", Role.PLANNER);
    private static final Visitor SECOND_PLANNER = person("確井 認子", Role.PLANNER);
    private static final Visitor EXECUTIVE = person("八木 員", Role.EXECUTIVE);

    @TestConfiguration
    static class InTheYear {
        @Bean
        @Primary
        Clock clockOfTheYear() {
            return CLOCK;
        }
    }

    private final MockMvc browser;
    private final Closings closings;
    private final FrozenCounts frozen;
    private final Results results;
    private final JdbcClient database;
    private final JdbcClient owner;
    private final TransactionTemplate transaction;
    private final AuditReader audit;
    private final Sealing sealing;

    @Autowired
    ClosingTests(
            MockMvc browser,
            Closings closings,
            FrozenCounts frozen,
            Results results,
            JdbcClient database,
            @Qualifier(OwnersDatabase.OWNER) JdbcClient owner,
            PlatformTransactionManager transactions,
            AuditReader audit,
            Sealing sealing) {
        this.audit = audit;
        this.sealing = sealing;
        this.browser = browser;
        this.closings = closings;
        this.frozen = frozen;
        this.results = results;
        this.database = database;
        this.owner = owner;
        this.transaction = new TransactionTemplate(transactions);
    }

    private static Visitor person(String name, Role role) {
        return new Visitor(
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
                name,
                "someone@example.jp",
                Set.of(Role.MEMBER, role),
                null);
    }

    @BeforeEach
    void nothing_is_closed() {
        CLOCK.step(Duration.ofMinutes(1));
        closings.live("fy2021", HALF).ifPresent(closing -> {
            closings.giveBack(closing.id(), "試験の後始末", EXECUTIVE);
            closings.reopen(closing.id(), "試験の後始末", EXECUTIVE);
        });
    }

    private Closing proposed() {
        return ((Done) closings.propose("fy2021", HALF, PLANNER)).closing();
    }

    private Closing closed() {
        return ((Done) closings.close(proposed().id(), true, EXECUTIVE)).closing();
    }

    private FrozenCount count(Closing closing) {
        return closing.values().stream()
                .filter(value -> value.threshold().equals(THRESHOLD))
                .findFirst()
                .flatMap(Closing.ClosedValue::frozen)
                .flatMap(frozen::find)
                .orElseThrow();
    }

    private void result(String subject, String day) {
        NewRecord record = new NewRecord(
                THRESHOLD,
                subject,
                LocalDate.parse(day),
                Optional.empty(),
                1,
                Optional.empty(),
                "",
                "security",
                Optional.empty());
        String id = ((RecordOutcome.Done) results.enter(record, PLANNER)).id();
        byte[] proof = "a,b\r\n1,2\r\n".getBytes(StandardCharsets.UTF_8);
        results.prove(List.of(id), new NewEvidence("proof.csv", () -> new ByteArrayInputStream(proof)), PLANNER);
        assertThat(results.approve(List.of(id), SECOND_PLANNER).getFirst()).isInstanceOf(RecordOutcome.Done.class);
    }

    private MockHttpServletResponse sent(String deed, long closing, String reason, Visitor by) throws Exception {
        return browser.perform(post(PAGE + "/" + deed)
                        .param("closing", String.valueOf(closing))
                        .param("reason", reason)
                        .param("despite", "yes")
                        .with(SignedIn.as(by))
                        .with(csrf()))
                .andReturn()
                .getResponse();
    }

    private String seen(String address, Visitor by) throws Exception {
        MvcResult result = browser.perform(get(address).with(SignedIn.as(by))).andReturn();
        assertThat(result.getResponse().getStatus()).as(address).isEqualTo(200);
        return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void a_half_year_ends_at_midnight_in_japan_and_cannot_be_closed_a_second_before() {
        assertThat(HALF.over(Instant.parse("2021-09-30T14:59:59.999Z"))).isFalse();
        assertThat(HALF.over(Instant.parse("2021-09-30T15:00:00Z"))).isTrue();
        Period year = new Period(new FiscalYear(2021), Period.Part.YEAR);
        assertThat(year.last()).isEqualTo(LocalDate.of(2022, 3, 31));
        assertThat(closings.propose("fy2021", year, PLANNER)).isEqualTo(new ClosingOutcome.NotOver(year.last()));
    }

    @Test
    void every_threshold_of_the_plan_is_counted_and_frozen() {
        Closing closing = proposed();
        assertThat(closing.state()).isEqualTo(State.PROPOSED);
        assertThat(closing.values()).hasSize(17);
        assertThat(closing.values())
                .allMatch(v -> v.frozen().isPresent() != v.obstacle().isPresent());
        assertThat(count(closing).asOf()).isEqualTo(LocalDate.of(2021, 9, 30));
    }

    @Test
    void nobody_closes_what_they_proposed() {
        Visitor both = person("両 役", Role.EXECUTIVE);
        Closing own = ((Done) closings.propose("fy2021", HALF, both)).closing();
        assertThat(closings.close(own.id(), true, both)).isEqualTo(new ClosingOutcome.SamePerson());
        assertThat(closings.close(own.id(), true, EXECUTIVE)).isInstanceOf(Done.class);
    }

    @Test
    void of_two_who_propose_or_close_at_once_one_is_told_that_the_other_was_first() throws Exception {
        List<ClosingOutcome> proposals = atOnce(
                () -> closings.propose("fy2021", HALF, PLANNER),
                () -> closings.propose("fy2021", HALF, SECOND_PLANNER));
        assertThat(proposals).filteredOn(Done.class::isInstance).hasSize(1);
        assertThat(proposals).filteredOn(AlreadyThere.class::isInstance).hasSize(1);
        long id = closings.live("fy2021", HALF).orElseThrow().id();
        List<ClosingOutcome> deeds = atOnce(
                () -> closings.close(id, true, EXECUTIVE),
                () -> closings.giveBack(id, "桁が違う", person("もう 一人", Role.EXECUTIVE)));
        assertThat(deeds).filteredOn(Done.class::isInstance).hasSize(1);
        assertThat(deeds).filteredOn(AlreadyThere.class::isInstance).hasSize(1);
        assertThat(closings.find(id).orElseThrow().events()).hasSize(2);
    }

    @SafeVarargs
    private static List<ClosingOutcome> atOnce(Callable<ClosingOutcome>... deeds) throws Exception {
        try (ExecutorService both = Executors.newFixedThreadPool(deeds.length)) {
            List<ClosingOutcome> outcomes = new java.util.ArrayList<>();
            for (Future<ClosingOutcome> outcome : both.invokeAll(List.of(deeds))) {
                outcomes.add(outcome.get());
            }
            return outcomes;
        }
    }

    @Test
    void a_closing_that_breaks_off_leaves_nothing() {
        long before = database.sql("select count(*) from plan.frozen_count")
                .query(Long.class)
                .single();
        transaction.executeWithoutResult(status -> {
            assertThat(closings.propose("fy2021", HALF, PLANNER)).isInstanceOf(Done.class);
            status.setRollbackOnly();
        });
        assertThat(closings.live("fy2021", HALF)).isEmpty();
        assertThat(database.sql("select count(*) from plan.frozen_count")
                        .query(Long.class)
                        .single())
                .isEqualTo(before);
    }

    @Test
    void a_result_recorded_after_the_closing_changes_nothing_that_is_closed_and_is_named_as_late() throws Exception {
        result("相談の窓口（先）", "2021-08-01");
        CLOCK.step(Duration.ofMinutes(1));
        Closing closing = closed();
        Fraction then = count(closing).value().orElseThrow();
        CLOCK.step(Duration.ofDays(30));
        result("相談の窓口（遅）", "2021-08-02");
        CLOCK.step(Duration.ofMinutes(1));
        assertThat(count(closing).value()).contains(then);
        String page = seen(PAGE + "/" + THRESHOLD + "?lang=ja", EXECUTIVE);
        assertThat(page)
                .contains("締めた後に記録された")
                .contains("相談の窓口（遅）")
                .contains("当時の記録で数え直すと同じ")
                .contains("行は固定したときのまま")
                .doesNotContain("相談の窓口（先）");
        assertThat(seen(PAGE + "?compare=yes&lang=en", EXECUTIVE))
                .contains("Differs")
                .contains("Matches");
        MvcResult begun = browser.perform(
                        get(PAGE + "/" + THRESHOLD + "/rows.csv").with(SignedIn.as(EXECUTIVE)))
                .andReturn();
        String csv = browser.perform(asyncDispatch(begun))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(csv).contains("相談の窓口（先）").doesNotContain("相談の窓口（遅）");
    }

    @Test
    void a_letter_changed_in_a_frozen_row_is_found_and_its_rows_are_named() throws Exception {
        result("書き換えられる窓口", "2021-08-03");
        CLOCK.step(Duration.ofMinutes(1));
        long id = count(closed()).id();
        assertThat(seen(PAGE + "/" + THRESHOLD, EXECUTIVE)).contains("行は固定したときのまま");
        for (String statement : List.of(
                "alter table plan.frozen_block disable trigger frozen_block_stays",
                "update plan.frozen_block set subjects[1] = '別の窓口' where count_id = " + id,
                "alter table plan.frozen_block enable trigger frozen_block_stays")) {
            owner.sql(statement).update();
        }
        String first = owner.sql("select row_ids[1] from plan.frozen_block where count_id = " + id)
                .query(String.class)
                .single();
        assertThat(seen(PAGE + "/" + THRESHOLD + "?lang=ja", EXECUTIVE))
                .contains("固定した行が書き換えられています")
                .contains("変わったのは、" + first + " から ");
        assertThat(seen(PAGE + "/" + THRESHOLD + "?lang=en", EXECUTIVE))
                .contains("The frozen rows were tampered with")
                .contains("rows from " + first + " to ");
    }

    @Test
    void a_closed_period_is_opened_again_only_for_a_reason_and_what_was_closed_stays_to_be_seen() throws Exception {
        Closing closing = closed();
        assertThat(sent("reopening", closing.id(), " ", EXECUTIVE).getStatus()).isEqualTo(422);
        assertThat(sent("reopening", closing.id(), "窓口の数に漏れ", EXECUTIVE).getStatus())
                .isEqualTo(303);
        assertThat(closings.live("fy2021", HALF)).isEmpty();
        Closing again = proposed();
        assertThat(again.id()).isNotEqualTo(closing.id());
        assertThat(count(closing).frozenAt()).isBefore(count(again).frozenAt().plusNanos(1));
        assertThat(seen(PAGE, PLANNER)).contains("以前の締め").contains("窓口の数に漏れ");
    }

    @Test
    void every_deed_is_in_the_audit_trail_with_its_reason_and_what_was_undone_is_not() {
        Closing closing = closed();
        closings.reopen(closing.id(), "監査のための再開", EXECUTIVE);
        sealing.now();
        AuditReader.Wanted wanted = new AuditReader.Wanted("八木", "", "fy2021/h1", null, null, null);
        assertThat(audit.search(wanted, 1, 2).entries().stream().map(entry -> entry.action() + " " + entry.reason()))
                .containsExactly("period.reopened 監査のための再開", "period.closed null");
    }

    @Test
    void the_pages_lead_from_proposing_to_closing() throws Exception {
        assertThat(seen("/staff/closings?lang=ja", PLANNER)).contains("上期").contains("未了");
        assertThat(seen(PAGE, PLANNER)).contains("数えて、締めを申請する");
        assertThat(seen(PAGE, EXECUTIVE)).doesNotContain("数えて、締めを申請する");
        assertThat(sent("proposal", 0, "", PLANNER).getStatus()).isEqualTo(303);
        long id = closings.live("fy2021", HALF).orElseThrow().id();
        assertThat(seen(PAGE, EXECUTIVE)).contains("締める").contains("SHA-256");
        assertThat(sent("approval", id, "", EXECUTIVE).getStatus()).isEqualTo(303);
        assertThat(sent("approval", id, "", EXECUTIVE).getStatus()).isEqualTo(409);
        assertThat(sent("approval", id + 999, "", EXECUTIVE).getStatus()).isEqualTo(404);
        assertThat(seen(PAGE + "?lang=en", EXECUTIVE)).contains("Closed").contains("Reopen");
    }

    @Test
    void staff_read_planners_propose_executives_close_and_nobody_else_sees_it() throws Exception {
        long id = proposed().id();
        Visitor staff = person("佐藤 職子", Role.STAFF);
        assertThat(seen(PAGE, staff)).doesNotContain("name=\"closing\"");
        for (String deed : List.of("proposal", "approval", "return", "reopening")) {
            assertThat(sent(deed, id, "x", staff).getStatus()).as(deed).isEqualTo(403);
        }
        assertThat(sent("approval", id, "x", PLANNER).getStatus()).isEqualTo(403);
        assertThat(sent("proposal", id, "x", EXECUTIVE).getStatus()).isEqualTo(403);
        for (String address :
                List.of("/staff/closings", PAGE, PAGE + "/" + THRESHOLD, PAGE + "/" + THRESHOLD + "/rows.csv")) {
            assertThat(browser.perform(get(address).with(SignedIn.as()))
                            .andReturn()
                            .getResponse()
                            .getStatus())
                    .as(address)
                    .isEqualTo(403);
            assertThat(browser.perform(get(address)).andReturn().getResponse().getStatus())
                    .as(address)
                    .isEqualTo(303);
        }
    }

    @Test
    void what_is_not_there_is_not_found() throws Exception {
        for (String address : List.of(
                "/staff/closings/fy1999",
                "/staff/closings/fy2021/h2",
                PAGE + "/SEC-4.a",
                PAGE + "/..%2f..",
                PAGE + "/SEC-4.a/rows.csv")) {
            assertThat(browser.perform(get(java.net.URI.create(address)).with(SignedIn.as(PLANNER)))
                            .andReturn()
                            .getResponse()
                            .getStatus())
                    .as(address)
                    .isIn(400, 404);
        }
    }
}
