package tsukasa.scheme.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tsukasa.scheme.DeclarationExamples.SCHEME;
import static tsukasa.scheme.DeclarationExamples.oneStar;
import static tsukasa.scheme.DeclarationExamples.submission;
import static tsukasa.scheme.DeclarationExamples.twoStars;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tsukasa.Covers;
import tsukasa.kernel.Language;
import tsukasa.scheme.ChainInspector;
import tsukasa.scheme.Changes;
import tsukasa.scheme.Intake;
import tsukasa.scheme.Receipt;
import tsukasa.testing.OwnersDatabase;

@SpringBootTest
@AutoConfigureMockMvc
@Covers("Ⅰ-1-(4)-②-b")
class IntakeTests {
    private final Intake intake;
    private final Changes changes;
    private final JdbcClient jdbc;
    private final ChainInspector chains;
    private final CaseStore cases;
    private final TransactionOperations transactions;

    @Autowired
    IntakeTests(
            Intake intake,
            Changes changes,
            @Qualifier(OwnersDatabase.OWNER) JdbcClient jdbc,
            ChainInspector chains,
            CaseStore cases,
            TransactionOperations transactions) {
        this.chains = chains;
        this.cases = cases;
        this.transactions = transactions;
        this.intake = intake;
        this.changes = changes;
        this.jdbc = jdbc;
    }

    @Test
    void a_declaration_waits_until_its_mail_link_is_used() {
        Receipt receipt = intake.submit(submission("waits", oneStar(1)), Language.JA);
        assertThat(receipt).isInstanceOf(Receipt.AwaitingConfirmation.class);
        assertThat(standing(1)).isZero();
        String token = link("%確認%", "/confirm/");
        assertThat(intake.confirm(token, Language.JA)).isInstanceOf(Intake.Confirmation.Registered.class);
        assertThat(standing(1)).isEqualTo(1);
        assertThat(intake.confirm(token, Language.JA)).isInstanceOf(Intake.Confirmation.AlreadyDone.class);
        assertThat(intake.confirm("never-issued", Language.JA)).isInstanceOf(Intake.Confirmation.Expired.class);
        assertThat(standing(1)).isEqualTo(1);
    }

    @Test
    void the_same_declaration_sent_eight_times_at_once_is_one_case() throws Exception {
        try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
            Callable<Receipt> send = () -> intake.submit(submission("at-once", oneStar(2)), Language.JA);
            List<Future<Receipt>> sent =
                    pool.invokeAll(IntStream.range(0, 8).mapToObj(i -> send).toList());
            for (Future<Receipt> receipt : sent) {
                assertThat(receipt.get()).isNotInstanceOf(Receipt.Refused.class);
            }
        }
        assertThat(jdbc.sql("select count(*) from scheme.case_file where submission_key = 'at-once'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void a_step_up_ends_what_stood_and_keeps_what_was_believed() {
        String number = registered("step-up", oneStar(3));
        assertThat(changes.change(number, twoStars(3), "test")).isEqualTo(new Changes.Outcome.Done(number));
        assertThat(jdbc.sql("select level from scheme.pub_register_v1 where case_number = ? and recorded_to is null")
                        .param(number)
                        .query(String.class)
                        .list())
                .containsExactly("two");
        assertThat(jdbc.sql(
                                "select level from scheme.pub_register_v1 where case_number = ? and recorded_to is not null")
                        .param(number)
                        .query(String.class)
                        .list())
                .containsExactly("one");
        assertThat(jdbc.sql("select kind from scheme.pub_event_v1 where case_number = ? order by recorded_at, kind")
                        .param(number)
                        .query(String.class)
                        .list())
                .containsExactly("declared", "stepped-up");
    }

    @Test
    void a_level_is_never_lowered_and_a_number_never_changed() {
        String number = registered("never-lowered", twoStars(4));
        assertThat(changes.change(number, oneStar(4), "test")).isInstanceOf(Changes.Outcome.Refused.class);
        assertThat(changes.change(number, twoStars(5), "test")).isInstanceOf(Changes.Outcome.Refused.class);
    }

    @Test
    void a_withdrawn_declaration_stands_no_more_and_may_be_made_again() {
        String number = registered("withdrawn", oneStar(6));
        assertThat(changes.withdraw(number, "", "test")).isInstanceOf(Changes.Outcome.Refused.class);
        assertThat(changes.withdraw(number, "廃業", "test")).isEqualTo(new Changes.Outcome.Done(number));
        assertThat(standing(6)).isZero();
        assertThat(changes.withdraw(number, "廃業", "test")).isInstanceOf(Changes.Outcome.Conflict.class);
        registered("again", oneStar(6));
        assertThat(standing(6)).isEqualTo(1);
    }

    @Test
    void a_bad_declaration_never_stops_the_rest_of_a_batch() {
        Map<String, Object> wrong = oneStar(8);
        wrong.put("corporateNumber", "1123456789012");
        wrong.put("employees", -3L);
        List<Receipt> receipts = intake.submitAll(List.of(
                submission("batch-1", oneStar(7)), submission("batch-2", wrong), submission("batch-3", oneStar(7))));
        assertThat(receipts.get(0)).isInstanceOf(Receipt.Registered.class);
        assertThat(receipts.get(1))
                .isInstanceOfSatisfying(
                        Receipt.Refused.class,
                        refused -> assertThat(refused.faults())
                                .extracting("field")
                                .containsExactlyInAnyOrder("corporateNumber", "employees"));
        assertThat(receipts.get(2)).isInstanceOf(Receipt.AlreadyRegistered.class);
    }

    @Test
    void two_stars_need_the_self_check_and_a_published_policy() {
        Map<String, Object> answers = oneStar(9);
        answers.put("level", "two");
        assertThat(intake.submit(submission("two", answers), Language.JA))
                .isInstanceOfSatisfying(
                        Receipt.Refused.class,
                        refused -> assertThat(refused.faults())
                                .extracting("field")
                                .contains("policyUrl", "q01", "q25")
                                .hasSize(26));
    }

    @Test
    void the_register_cannot_say_two_things_of_one_subject_on_one_day() {
        String number = registered("overlap", oneStar(10));
        assertThatThrownBy(() -> jdbc.sql("""
                        insert into scheme.register_entry (scheme, subject_key, case_id, number, name, prefecture,
                          industry, sme, level, valid, recorded_from)
                        select scheme, subject_key, case_id, number, name, prefecture, industry, sme, 'two',
                          daterange(lower(valid) + 10, null), now()
                        from scheme.register_entry where number = ?
                        """).param(number).update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void the_chain_of_a_case_is_whole_as_the_database_gives_it_back() {
        String number = history(11);
        assertThat(chains.inspect(number).whole()).isTrue();
        assertThat(chains.inspect(number).events()).isEqualTo(6);
        assertThat(chains.inspect(number).seal()).hasSize(64);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    payload = '{"reason": "別の理由"}' where seq = 4          | 4
                    actor = 'someone-else' where seq = 2                     | 2
                    occurred_on = occurred_on - 1 where seq = 3              | 3
                    recorded_at = recorded_at - interval '1 second' where seq = 1 | 1
                    to_level = 'two' where seq = 2                           | 2
                    kind = 'noted' where seq = 3                             | 3
                    seq = 9 where seq = 6                                    | 6
                    previous = null where seq = 5                            | 5
                    """)
    void an_event_that_was_changed_afterwards_is_found(String change, int broken) {
        String number = history(20 + CHANGED.incrementAndGet());
        jdbc.sql("update scheme.case_event set " + change
                        + " and case_id = (select id from scheme.case_file where number = ?)")
                .param(number)
                .update();
        assertThat(chains.inspect(number).broken()).isEqualTo(broken);
    }

    @Test
    void an_event_that_was_taken_away_is_found() {
        String number = history(19);
        jdbc.sql("""
                delete from scheme.case_event
                where seq = 3 and case_id = (select id from scheme.case_file where number = ?)
                """).param(number).update();
        assertThat(chains.inspect(number).broken()).isEqualTo(3);
    }

    private static final AtomicInteger CHANGED = new AtomicInteger();

    /// Received, declared, stepped up, withdrawn, restored, noted.
    private String history(int index) {
        String number = registered("chain-" + index, oneStar(index));
        changes.change(number, twoStars(index), "test");
        changes.withdraw(number, "間違い", "test");
        changes.restore(number, "間違いの取消し", "test");
        changes.note(number, "電話で確かめた", "test");
        return number;
    }

    @Test
    void a_withdrawal_taken_back_leaves_the_register_as_it_was_and_remembers_both() {
        String number = registered("restored", twoStars(12));
        changes.withdraw(number, "廃業", "test");
        assertThat(standing(12)).isZero();
        assertThat(changes.restore(number, "", "test")).isInstanceOf(Changes.Outcome.Refused.class);
        assertThat(changes.restore(number, "届出の誤り", "test")).isEqualTo(new Changes.Outcome.Done(number));
        assertThat(standing(12)).isEqualTo(1);
        assertThat(jdbc.sql("select level from scheme.pub_register_v1 where case_number = ? and recorded_to is null")
                        .param(number)
                        .query(String.class)
                        .list())
                .containsExactly("two");
        assertThat(changes.restore(number, "もう一度", "test")).isInstanceOf(Changes.Outcome.Conflict.class);
    }

    @Test
    void a_withdrawal_is_not_taken_back_over_a_newer_declaration() {
        String number = registered("older", oneStar(13));
        changes.withdraw(number, "廃業", "test");
        registered("newer", oneStar(13));
        assertThat(changes.restore(number, "取消し", "test")).isInstanceOf(Changes.Outcome.Conflict.class);
        assertThat(standing(13)).isEqualTo(1);
    }

    @Test
    void of_two_declarations_of_one_company_confirmed_at_once_one_is_entered() throws Exception {
        List<String> tokens = IntStream.range(0, 4)
                .mapToObj(i -> {
                    intake.submit(submission("rival-" + i, oneStar(14)), Language.JA);
                    return link("%確認%", "/confirm/");
                })
                .toList();
        try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
            List<Future<Intake.Confirmation>> ends = pool.invokeAll(tokens.stream()
                    .map(token -> (Callable<Intake.Confirmation>) () -> intake.confirm(token, Language.JA))
                    .toList());
            int registered = 0;
            for (Future<Intake.Confirmation> end : ends) {
                registered += end.get() instanceof Intake.Confirmation.Registered ? 1 : 0;
            }
            assertThat(registered).isEqualTo(1);
        }
        assertThat(standing(14)).isEqualTo(1);
    }

    @Test
    void numbers_have_no_gap_when_one_form_is_sent_many_times() {
        intake.submit(submission("gap", oneStar(15)), Language.JA);
        intake.submit(submission("gap", oneStar(15)), Language.JA);
        String first = numberOf("gap");
        intake.submit(submission("after-gap", oneStar(16)), Language.JA);
        assertThat(count(numberOf("after-gap"))).isEqualTo(count(first) + 1);
    }

    private String numberOf(String key) {
        return jdbc.sql("select number from scheme.case_file where submission_key = ?")
                .param(key)
                .query(String.class)
                .single();
    }

    private static long count(String number) {
        return Long.parseLong(number.substring(number.lastIndexOf('-') + 1));
    }

    @Test
    void a_declaration_that_nobody_confirms_lapses_when_its_link_has() {
        intake.submit(submission("lapses", oneStar(17)), Language.JA);
        String token = link("%確認%", "/confirm/");
        LapseRound sixDays = new LapseRound(cases, transactions, later(Duration.ofDays(6)));
        sixDays.lapse();
        assertThat(state("lapses")).isEqualTo("awaiting-confirmation");
        new LapseRound(cases, transactions, later(Duration.ofDays(8))).lapse();
        assertThat(state("lapses")).isEqualTo("lapsed");
        assertThat(intake.confirm(token, Language.JA)).isNotInstanceOf(Intake.Confirmation.Registered.class);
        assertThat(chains.inspect(numberOf("lapses")).whole()).isTrue();
    }

    private static Clock later(Duration time) {
        return Clock.offset(Clock.systemUTC(), time);
    }

    private String state(String key) {
        return jdbc.sql("select state from scheme.case_file where submission_key = ?")
                .param(key)
                .query(String.class)
                .single();
    }

    @Test
    void an_address_that_no_mail_can_reach_is_refused_before_anything_is_kept() {
        Map<String, Object> answers = oneStar(18);
        answers.put("contactMail", "花子@例.jp");
        assertThat(intake.submit(submission("unreachable", answers), Language.JA))
                .isInstanceOfSatisfying(
                        Receipt.Refused.class,
                        refused ->
                                assertThat(refused.faults()).extracting("field").containsExactly("contactMail"));
    }

    private String registered(String key, Map<String, Object> answers) {
        Receipt receipt = intake.submitAll(List.of(submission(key, answers))).getFirst();
        assertThat(receipt).isInstanceOf(Receipt.Registered.class);
        return ((Receipt.Registered) receipt).number();
    }

    private long standing(int index) {
        return jdbc.sql("""
                select count(*) from scheme.pub_register_v1
                where register = ? and subject_key = ? and valid_to is null and recorded_to is null
                """)
                .params(SCHEME, tsukasa.scheme.DeclarationExamples.corporateNumber(index))
                .query(Long.class)
                .single();
    }

    private String link(String subject, String path) {
        String body = jdbc.sql(
                        "select c.body from mail.letter l join mail.letter_content c on c.letter = l.id where subject like ? order by written_at desc, id desc limit 1")
                .param(subject)
                .query(String.class)
                .single();
        int at = body.indexOf(path) + path.length();
        return body.substring(at).split("\\s", 2)[0];
    }
}
