package tsukasa.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.asyncDispatch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;
import tsukasa.audit.AuditReader;
import tsukasa.audit.AuditReader.Wanted;
import tsukasa.audit.Entry;
import tsukasa.identity.People;
import tsukasa.identity.Role;
import tsukasa.kernel.Language;
import tsukasa.mail.EmailAddress;
import tsukasa.testing.SignedIn;

@SpringBootTest
@AutoConfigureMockMvc
class AuditPagesTests {
    private final MockMvc browser;
    private final People people;
    private final AuditReader reader;
    private final JdbcTemplate database;
    private final TransactionOperations transactions;

    @Autowired
    AuditPagesTests(MockMvc browser, People people, AuditReader reader, @Qualifier("ownOwner") DataSource source) {
        this.browser = browser;
        this.people = people;
        this.reader = reader;
        this.database = new JdbcTemplate(source);
        this.transactions = new TransactionTemplate(new JdbcTransactionManager(source));
    }

    @Test
    void nobody_but_the_auditor_sees_what_the_trail_says() throws Exception {
        UUID person = someone("walls@example.jp", "壁の 人");
        Entry entry = about(person);
        for (Role role : List.of(Role.MEMBER, Role.STAFF, Role.PLANNER, Role.ADMINISTRATOR)) {
            for (String page : List.of(
                    "/staff/audit", "/staff/audit.csv", "/staff/audit/days", "/staff/audit/entries/" + entry.id())) {
                assertThat(as(role, get(page)).getStatus())
                        .as(role + " " + page)
                        .isEqualTo(403);
            }
            assertThat(as(role, post("/staff/audit/verification")).getStatus()).isEqualTo(403);
            assertThat(as(role, get("/staff")).getContentAsString()).doesNotContain("/staff/audit");
        }
        assertThat(as(Role.AUDITOR, get("/staff")).getContentAsString()).contains("/staff/audit");
    }

    @Test
    void the_auditor_sees_and_does_nothing_else() throws Exception {
        for (String page : List.of("/staff/people", "/staff/outbox", "/staff/schemes", "/staff/results")) {
            assertThat(as(Role.AUDITOR, get(page)).getStatus()).as(page).isEqualTo(403);
        }
    }

    @Test
    void what_was_done_is_found_and_opened_with_its_place_in_the_chain() throws Exception {
        UUID person = someone("found@example.jp", "見つかる <b>人</b>");
        people.give(person, Role.PLANNER);
        String list = as(
                        Role.AUDITOR,
                        get("/staff/audit").param("object", "見つかる").param("action", "role.given"))
                .getContentAsString();
        assertThat(list).contains("役割を付与", "見つかる &lt;b&gt;人", "1件の記録").doesNotContain("<b>人");
        Entry entry = about(person);
        assertThat(list).contains("/staff/audit/entries/" + entry.id());
        assertThat(as(Role.AUDITOR, get("/staff/audit/entries/" + entry.id())).getContentAsString())
                .contains(entry.hash(), entry.previous(), "PLANNER", "記録中", "#");
    }

    @Test
    void the_file_holds_what_the_search_found() throws Exception {
        UUID person = someone("file@example.jp", "=ファイルの人");
        people.give(person, Role.STAFF);
        MvcResult started = browser.perform(get("/staff/audit.csv")
                        .param("object", person.toString())
                        .with(SignedIn.as(Role.AUDITOR)))
                .andReturn();
        String csv = browser.perform(asyncDispatch(started))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(csv.lines()).hasSize(3);
        assertThat(csv)
                .contains("role.given", "role=STAFF", "'=ファイルの人", about(person).hash());
    }

    @Test
    void senseless_questions_are_answered_calmly() throws Exception {
        for (String query : List.of(
                "who=%25_'&kind=NONE&from=yesterday&until=0000-00-00&page=-7",
                "page=99999999", "action=no.such.word", "from=2022-02-30&object=%00", "from=9999-12-31")) {
            assertThat(as(Role.AUDITOR, get("/staff/audit?" + query)).getStatus())
                    .as(query)
                    .isEqualTo(200);
        }
        assertThat(as(Role.AUDITOR, get("/staff/audit/entries/x")).getStatus()).isEqualTo(400);
        assertThat(as(Role.AUDITOR, get("/staff/audit?object=nothing-like-it")).getContentAsString())
                .contains("あてはまる記録はありません");
        assertThat(as(Role.AUDITOR, post("/staff/audit/verification").param("from", "soon"))
                        .getStatus())
                .isEqualTo(422);
        assertThat(as(
                                Role.AUDITOR,
                                post("/staff/audit/verification")
                                        .param("from", "2022-02-01")
                                        .param("until", "2022-01-01"))
                        .getStatus())
                .isEqualTo(422);
    }

    @Test
    void a_verification_is_run_shown_and_written_down() throws Exception {
        someone("verified@example.jp", "確かめられる 人");
        assertThat(verified()).contains("監査証跡は健全です");
        Entry told = reader.search(new Wanted("", "audit.verified", "", null, null, null), 1, 1)
                .entries()
                .getFirst();
        assertThat(told.facts()).containsEntry("faults", "0");
        assertThat(told.actor().id()).isEqualTo(SignedIn.SOMEONE.toString());
        Entry entry = about(someone("tampered@example.jp", "書き換えられる 人"));
        tamper("書き換えた 人", entry.id());
        assertThat(verified()).contains("1件の異状があります", entry.day() + "　#" + entry.seq(), "異状あり");
        tamper("書き換えられる 人", entry.id());
        assertThat(verified()).contains("監査証跡は健全です");
    }

    private void tamper(String label, long id) {
        transactions.executeWithoutResult(_ -> {
            database.execute("set local session_replication_role = replica");
            database.update("update audit.entry set object_label = ? where id = ?", label, id);
        });
    }

    private String verified() throws Exception {
        assertThat(as(Role.AUDITOR, post("/staff/audit/verification")).getStatus())
                .isEqualTo(303);
        for (int i = 0; i < 100; i++) {
            MockHttpServletResponse page = as(Role.AUDITOR, get("/staff/audit/days"));
            if (page.getHeader("Refresh") == null) {
                return page.getContentAsString();
            }
            Thread.sleep(100);
        }
        throw new AssertionError("the verification does not end");
    }

    private UUID someone(String address, String name) {
        return people.ensure(EmailAddress.of(address), name, Language.JA).id();
    }

    private Entry about(UUID person) {
        return reader.search(new Wanted("", "", person.toString(), null, null, null), 1, 1)
                .entries()
                .getFirst();
    }

    private MockHttpServletResponse as(Role role, MockHttpServletRequestBuilder request) throws Exception {
        MockHttpServletResponse response = browser.perform(
                        request.with(SignedIn.as(role)).with(csrf()))
                .andReturn()
                .getResponse();
        response.setCharacterEncoding("UTF-8");
        return response;
    }
}
