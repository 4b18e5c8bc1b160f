package tsukasa.scheme.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionOperations;
import tsukasa.identity.People;
import tsukasa.identity.Person;
import tsukasa.identity.Role;
import tsukasa.kernel.database.Acting;
import tsukasa.scheme.DeclarationExamples;
import tsukasa.scheme.Intake;
import tsukasa.testing.OwnersDatabase;

/// A case that is nobody's business but its handlers': restricted by hand.
@SpringBootTest
@AutoConfigureMockMvc
@ContextConfiguration(initializers = QuietOffice.DroppedIn.class)
class NeedToKnowTests {
    private static final String OPEN = QuietOffice.OPEN;
    private static final String TRAIL = """
            (select action, object_id, object_label, reason from audit.waiting
             union all select action, object_id, object_label, reason from audit.entry) as trail
            """;
    private final QuietOffice quiet;

    @Autowired
    NeedToKnowTests(
            MockMvc browser,
            People people,
            Intake intake,
            JdbcClient database,
            @Qualifier(OwnersDatabase.OWNER) JdbcClient owner,
            TransactionOperations transactions) {
        this.quiet = new QuietOffice(browser, people, intake, database, owner, transactions);
    }

    private String declared(int index, String name) {
        Map<String, Object> answers = DeclarationExamples.oneStar(index);
        answers.put("name", name);
        return QuietOffice.number(quiet.intake
                .submitAll(List.of(DeclarationExamples.submission("known-" + index, answers)))
                .getFirst());
    }

    private String restricted(int index, String name) throws Exception {
        String number = declared(index, name);
        quiet.give(OPEN, number);
        assertThat(quiet.office.status(
                        quiet.boss,
                        post(OPEN + "/cases/" + number + "/restriction").param("reason", "取材の申込みがあった")))
                .isEqualTo(303);
        return number;
    }

    @Test
    void a_colleague_finds_no_trace_of_a_restricted_case() throws Exception {
        String number = restricted(9401, "限られた商店");
        quiet.hidden(quiet.colleague, OPEN, number, "限られた商店");
        assertThat(quiet.office.page(quiet.handler, OPEN + "/cases/" + number))
                .contains("限られた商店", "担当者だけに限った", "取材の申込みがあった", "記録されたときのままです");
        assertThat(quiet.office.page(quiet.handler, OPEN + "?q=" + number)).contains("限られた商店", "1件あります");
        assertThat(quiet.office.page(quiet.handler, "/staff/schemes/mine")).contains("限られた商店");
        assertThat(quiet.office.page(quiet.boss, OPEN + "?q=" + number)).contains("限られた商店");
    }

    @Test
    void what_the_register_has_published_of_a_restricted_case_stays_published() throws Exception {
        String number = restricted(9402, "載っている商店");
        assertThat(quiet.office.page(quiet.colleague, "/security-action/register/" + number))
                .contains("載っている商店");
    }

    @Test
    void another_case_of_the_same_subject_does_not_give_it_away() throws Exception {
        String first = restricted(9403, "続きの商店");
        quiet.office.asked(
                quiet.boss, post(OPEN + "/cases/" + first + "/withdrawal").param("reason", "いったん取下げ"));
        Map<String, Object> answers = DeclarationExamples.oneStar(9403);
        answers.put("name", "続きの商店");
        String second = QuietOffice.number(quiet.intake
                .submitAll(List.of(DeclarationExamples.submission("known-again", answers)))
                .getFirst());
        assertThat(second).isNotEqualTo(first);
        assertThat(quiet.office.page(quiet.boss, OPEN + "/cases/" + second)).contains(first);
        assertThat(quiet.office.page(quiet.colleague, OPEN + "/cases/" + second))
                .doesNotContain(first);
    }

    @Test
    void restricting_needs_a_reason_and_only_who_supervises_opens_again() throws Exception {
        String number = declared(9404, "戻される商店");
        String one = OPEN + "/cases/" + number;
        assertThat(quiet.office.status(
                        quiet.colleague, post(one + "/restriction").param("reason", "x")))
                .as("neither handler nor supervisor")
                .isEqualTo(404);
        quiet.give(OPEN, number);
        assertThat(quiet.office.status(quiet.handler, post(one + "/restriction")))
                .isEqualTo(422);
        assertThat(quiet.office.status(quiet.handler, post(one + "/restriction").param("reason", "身元に関わる")))
                .isEqualTo(303);
        assertThat(quiet.office.status(quiet.colleague, get(one))).isEqualTo(404);
        assertThat(quiet.office.status(quiet.handler, post(one + "/opening").param("reason", "x")))
                .isEqualTo(403);
        assertThat(quiet.office.status(quiet.boss, post(one + "/opening"))).isEqualTo(422);
        assertThat(quiet.office.status(quiet.boss, post(one + "/opening").param("reason", "心配がなくなった")))
                .isEqualTo(303);
        assertThat(quiet.office.page(quiet.colleague, one)).contains("部署に戻した", "心配がなくなった");
        assertThat(quiet.owner
                        .sql("select action || ' ' || coalesce(object_label, '') || ' ' || coalesce(reason, '')"
                                + " from " + TRAIL + " where object_id = ?")
                        .param(number)
                        .query(String.class)
                        .list())
                .anyMatch(line -> line.startsWith("case.restricted") && line.endsWith("身元に関わる"))
                .anyMatch(line -> line.startsWith("case.opened") && line.endsWith("心配がなくなった"));
    }

    @Test
    void reading_a_restricted_case_is_written_down_without_its_name() throws Exception {
        String number = restricted(9405, "名前の残らない商店");
        quiet.office.page(quiet.handler, OPEN + "/cases/" + number);
        assertThat(quiet.owner
                        .sql("select object_label from " + TRAIL + " where object_id = ? and action = 'case.read'")
                        .param(number)
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .noneMatch(label -> label != null && label.contains("名前の残らない商店"));
    }

    @Test
    void who_hands_a_restricted_case_over_no_longer_sees_it() throws Exception {
        String number = restricted(9406, "渡される商店");
        String one = OPEN + "/cases/" + number;
        MockHttpServletResponse handed = quiet.office.asked(
                quiet.handler,
                post(one + "/handover")
                        .param("person", quiet.colleague.id().toString())
                        .param("word", "頼みます"));
        assertThat(handed.getRedirectedUrl()).isEqualTo(OPEN);
        assertThat(quiet.office.status(quiet.handler, get(one))).isEqualTo(404);
        assertThat(quiet.office.page(quiet.colleague, one)).contains("渡される商店", "頼みます");
        assertThat(quiet.owner
                        .sql("select confidential from mail.letter where subject like '%' || ? || '%'")
                        .param(number)
                        .query(Boolean.class)
                        .list())
                .contains(true);
    }

    @Test
    void a_handler_who_loses_the_role_no_longer_reaches_a_restricted_case() throws Exception {
        Person leaving = quiet.office.of("security", "去った 担当", Role.STAFF);
        String number = declared(9407, "去られた商店");
        quiet.office.asked(
                quiet.boss,
                post(OPEN + "/cases/" + number + "/handlers")
                        .param("person", leaving.id().toString()));
        quiet.office.asked(
                quiet.boss, post(OPEN + "/cases/" + number + "/restriction").param("reason", "x"));
        assertThat(quiet.office.status(leaving, get(OPEN + "/cases/" + number))).isEqualTo(200);
        quiet.office.people().take(leaving.id(), Role.STAFF);
        assertThat(quiet.office.status(leaving, get(OPEN + "/cases/" + number))).isEqualTo(403);
        assertThat(quiet.seen(
                        quiet.office.visitor(leaving).acting(), "scheme.case_file where number = '" + number + "'"))
                .isZero();
    }

    @Test
    void the_database_itself_keeps_colleagues_out() throws Exception {
        String number = restricted(9408, "壁の中の商店");
        String secret = quiet.reported("whistle-5", "壁 六郎");
        Acting outside = quiet.office.visitor(quiet.colleague).acting();
        String these = " in ('" + number + "', '" + secret + "')";
        assertThat(quiet.seen(outside, "scheme.case_file where number" + these)).isZero();
        assertThat(quiet.seen(quiet.office.visitor(quiet.boss).acting(), "scheme.case_file where number" + these))
                .isEqualTo(2);
        assertThat(quiet.seen(quiet.office.visitor(quiet.handler).acting(), "scheme.case_file where number" + these))
                .isEqualTo(1);
        String ofThese = " e where e.case_id in (" + ids(number, secret) + ")";
        assertThat(quiet.seen(outside, "scheme.case_event" + ofThese)).isZero();
        assertThat(quiet.seen(outside, "scheme.handler" + ofThese)).isZero();
        assertThat(quiet.seen(quiet.office.visitor(quiet.boss).acting(), "scheme.case_event" + ofThese))
                .isPositive();
        assertThat(quiet.changed(outside, "update scheme.case_file set access = 'department' where number" + these))
                .isZero();
        assertThat(quiet.changed(
                        outside,
                        "update scheme.case_file set handlers = array['" + quiet.colleague.id()
                                + "'::uuid], handled_by = 'x' where number" + these))
                .isZero();
        for (Acting somebody : List.of(
                outside,
                quiet.office.visitor(quiet.handler).acting(),
                quiet.office.visitor(quiet.boss).acting())) {
            assertThatThrownBy(() -> quiet.changed(somebody, """
                            insert into scheme.handler (case_id, person, name, since)
                            values (%s, '%s', 'x', now())
                            """.formatted(ids(number), quiet.colleague.id())))
                    .as("nobody names a handler but by the deeds of the platform")
                    .isInstanceOf(DataAccessException.class)
                    .hasStackTraceContaining("row-level security");
        }
    }

    private String ids(String... numbers) {
        return String.join(
                ",",
                Stream.of(numbers)
                        .map(number -> quiet.owner
                                .sql("select id::text from scheme.case_file where number = ?")
                                .param(number)
                                .query(String.class)
                                .single())
                        .toList());
    }
}
