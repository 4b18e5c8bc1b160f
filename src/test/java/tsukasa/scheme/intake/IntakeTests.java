package tsukasa.scheme.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tsukasa.scheme.DeclarationExamples.SCHEME;
import static tsukasa.scheme.DeclarationExamples.oneStar;
import static tsukasa.scheme.DeclarationExamples.submission;
import static tsukasa.scheme.DeclarationExamples.twoStars;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tsukasa.Covers;
import tsukasa.kernel.Language;
import tsukasa.scheme.Changes;
import tsukasa.scheme.Intake;
import tsukasa.scheme.Receipt;

@SpringBootTest
@AutoConfigureMockMvc
@Covers("Ⅰ-1-(4)-②-b")
class IntakeTests {
    private final Intake intake;
    private final Changes changes;
    private final JdbcClient jdbc;

    @Autowired
    IntakeTests(Intake intake, Changes changes, JdbcClient jdbc) {
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
        assertThat(intake.confirm(token)).isInstanceOf(Intake.Confirmation.Registered.class);
        assertThat(standing(1)).isEqualTo(1);
        assertThat(intake.confirm(token)).isInstanceOf(Intake.Confirmation.AlreadyDone.class);
        assertThat(intake.confirm("never-issued")).isInstanceOf(Intake.Confirmation.Expired.class);
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
    void a_changed_event_breaks_the_chain_of_its_case() {
        String number = registered("chain", oneStar(11));
        changes.change(number, twoStars(11), "test");
        List<byte[]> hashes =
                jdbc.sql("""
                        select e.hash from scheme.case_event e join scheme.case_file c on c.id = e.case_id
                        where c.number = ? order by seq
                        """).param(number).query((row, i) -> row.getBytes(1)).list();
        List<byte[]> previous =
                jdbc.sql("""
                        select e.previous from scheme.case_event e join scheme.case_file c on c.id = e.case_id
                        where c.number = ? and seq > 1 order by seq
                        """).param(number).query((row, i) -> row.getBytes(1)).list();
        assertThat(previous).hasSize(2);
        assertThat(previous.get(0)).isEqualTo(hashes.get(0));
        assertThat(previous.get(1)).isEqualTo(hashes.get(1));
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
        String body = jdbc.sql("select body from mail.letter where subject like ? order by 1 desc limit 1")
                .param(subject)
                .query(String.class)
                .single();
        int at = body.indexOf(path) + path.length();
        return body.substring(at).split("\\s", 2)[0];
    }
}
