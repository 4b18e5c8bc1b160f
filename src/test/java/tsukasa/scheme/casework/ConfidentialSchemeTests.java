package tsukasa.scheme.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionOperations;
import tsukasa.identity.People;
import tsukasa.identity.Person;
import tsukasa.identity.Role;
import tsukasa.kernel.Language;
import tsukasa.kernel.database.Acting;
import tsukasa.kernel.database.Walls;
import tsukasa.scheme.Intake;
import tsukasa.scheme.Letters;
import tsukasa.testing.OwnersDatabase;

/// A scheme may say that its cases are nobody's business but their handlers'.
@SpringBootTest
@AutoConfigureMockMvc
@ContextConfiguration(initializers = QuietOffice.DroppedIn.class)
class ConfidentialSchemeTests {
    private static final String QUIET = QuietOffice.QUIET;
    private final QuietOffice quiet;
    private final Letters letters;

    @Autowired
    ConfidentialSchemeTests(
            MockMvc browser,
            People people,
            Intake intake,
            Letters letters,
            JdbcClient database,
            @Qualifier(OwnersDatabase.OWNER) JdbcClient owner,
            TransactionOperations transactions) {
        this.quiet = new QuietOffice(browser, people, intake, database, owner, transactions);
        this.letters = letters;
    }

    @Test
    void the_cases_of_a_confidential_scheme_are_for_handlers_and_supervisors() throws Exception {
        String number = quiet.reported("whistle-1", "告発 花子");
        quiet.hidden(quiet.colleague, QUIET, number, "告発 花子");
        quiet.hidden(quiet.handler, QUIET, number, "告発 花子");
        quiet.give(QUIET, number);
        assertThat(quiet.office.page(quiet.handler, QUIET + "/cases/" + number))
                .contains("告発 花子", "帳簿の書き換え", "この制度の案件は秘密です")
                .doesNotContain("/quiet-word/register");
        assertThat(quiet.office.page(quiet.handler, QUIET + "?q=告発")).contains(number);
        quiet.hidden(quiet.colleague, QUIET, number, "告発 花子");
        assertThat(quiet.office.status(
                        quiet.boss,
                        post(QUIET + "/cases/" + number + "/opening").param("reason", "x")))
                .isEqualTo(303);
        quiet.hidden(quiet.colleague, QUIET, number, "告発 花子");
    }

    @Test
    void a_confidential_scheme_publishes_nothing_at_all() throws Exception {
        String number = quiet.reported("whistle-2", "秘密 太郎");
        for (String path : List.of(
                "/quiet-word/register",
                "/quiet-word/register.csv",
                "/quiet-word/register/" + number,
                "/quiet-word/statistics",
                "/quiet-word/statistics.csv",
                "/api/quiet-word/register",
                "/api/quiet-word/register/" + number)) {
            assertThat(quiet.office.status(quiet.boss, get(path))).as(path).isEqualTo(404);
        }
        assertThat(quiet.office.page(quiet.boss, "/quiet-word"))
                .contains("どこにも公開しません")
                .doesNotContain("/quiet-word/register");
        assertThat(quiet.owner
                        .sql("select count(*) from scheme.pub_register_v1 where register = 'quiet-word'")
                        .query(Long.class)
                        .single())
                .isZero();
        for (String actor : List.of(Walls.REGISTER, Walls.COUNTING)) {
            assertThat(quiet.seen(Acting.as(actor), "scheme.case_file where scheme = 'quiet-word'"))
                    .isZero();
            assertThat(quiet.seen(Acting.as(actor), "scheme.case_event where confidential"))
                    .isZero();
            assertThat(quiet.seen(Acting.as(actor), "scheme.pub_event_v1 where register = 'quiet-word'"))
                    .isZero();
            assertThat(quiet.seen(Acting.as(actor), "scheme.handler")).isZero();
        }
        assertThat(quiet.owner
                        .sql("select count(*) from scheme.case_event where confidential")
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    @Test
    void the_reporter_changes_and_withdraws_it_all_the_same() throws Exception {
        String number = QuietOffice.number(quiet.intake.submit(QuietOffice.report("whistle-3", "本人 三郎"), Language.JA));
        String confirm = quiet.link("whistle-3@example.jp");
        assertThat(quiet.office.page(quiet.colleague, confirm)).contains("どこにも公開されません");
        assertThat(quiet.office.asked(quiet.colleague, post(confirm)).getStatus())
                .isEqualTo(303);
        assertThat(quiet.office.page(quiet.colleague, confirm)).contains(number).doesNotContain("/quiet-word/register");
        letters.mailManagementLink("quiet-word", number, Language.JA);
        String manage = quiet.link("whistle-3@example.jp");
        assertThat(quiet.office.page(quiet.colleague, manage)).contains("本人 三郎", "公開はされません");
        assertThat(quiet.office.asked(quiet.colleague, post(manage + "/change")).getStatus())
                .isEqualTo(303);
        assertThat(quiet.office
                        .asked(quiet.colleague, post(manage + "/withdrawal").param("reason", "やめます"))
                        .getStatus())
                .isEqualTo(303);
        assertThat(quiet.office.page(quiet.colleague, manage)).contains("取り下げられています");
        assertThat(quiet.office
                        .asked(quiet.colleague, post(manage + "/restoration"))
                        .getStatus())
                .isEqualTo(303);
        assertThat(quiet.owner
                        .sql("select state from scheme.case_file where number = ?")
                        .param(number)
                        .query(String.class)
                        .single())
                .isEqualTo("registered");
        assertThat(quiet.owner
                        .sql("select count(*) from scheme.register_entry where scheme = 'quiet-word'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void who_looks_after_the_mail_does_not_learn_who_reported() throws Exception {
        String number = QuietOffice.number(quiet.intake.submit(QuietOffice.report("whistle-4", "郵便 四子"), Language.JA));
        Person administrator = quiet.office.of("security", "管理 五郎", Role.STAFF);
        quiet.office.people().give(administrator.id(), Role.ADMINISTRATOR);
        assertThat(quiet.office.page(administrator, "/staff/outbox?q=whistle-4"))
                .doesNotContain("whistle-4@example.jp");
        Acting reading = Acting.person(UUID.randomUUID(), List.of("READ_OUTBOX/*"));
        assertThat(quiet.seen(reading, "mail.letter where to_address = 'whistle-4@example.jp'"))
                .isZero();
        assertThat(quiet.seen(Acting.as("post"), "mail.letter where to_address = 'whistle-4@example.jp'"))
                .isPositive();
        assertThat(number).startsWith("QW-");
    }
}
