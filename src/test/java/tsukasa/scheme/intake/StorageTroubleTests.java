package tsukasa.scheme.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import tsukasa.scheme.Applicant;
import tsukasa.testing.OwnersDatabase;

/// The database fails in the middle of a request, after the case and its event were written and before its entry is. A
/// trigger plays the trouble: it ends the connection from the server's side, or says what a full disk says.
@SpringBootTest
@AutoConfigureMockMvc
class StorageTroubleTests {
    private final MockMvc browser;
    private final JdbcClient database;
    private Applicant applicant;

    @Autowired
    StorageTroubleTests(MockMvc browser, @Qualifier(OwnersDatabase.OWNER) JdbcClient database) {
        this.browser = browser;
        this.database = database;
        this.applicant = new Applicant(browser, database);
    }

    @BeforeEach
    void anotherCompany() {
        applicant = new Applicant(browser, database);
    }

    @AfterEach
    void trouble_is_over() {
        database.sql("drop trigger if exists trouble on scheme.register_entry").update();
        database.sql("drop trigger if exists trouble on mail.letter").update();
    }

    private void trouble(String table, String what) {
        database.sql("create or replace function scheme.trouble() returns trigger language plpgsql"
                        + " security definer as $$ begin "
                        + what + " return new; end $$")
                .update();
        database.sql("create trigger trouble before insert on " + table
                        + " for each row execute function scheme.trouble()")
                .update();
    }

    private MockHttpServletResponse send(String path) throws Exception {
        return browser.perform(post(path).with(csrf()).header("Accept", "text/html"))
                .andReturn()
                .getResponse();
    }

    private long events() {
        return database.sql("select count(*) from scheme.case_event")
                .query(Long.class)
                .single();
    }

    private String state() {
        return database.sql("select state from scheme.case_file where answers ->> 'contactMail' = ?")
                .param(applicant.mail())
                .query(String.class)
                .single();
    }

    @Test
    void a_database_that_goes_away_while_an_entry_is_written_leaves_no_half_of_it() throws Exception {
        String draft = applicant.oneStar();
        applicant.follow(draft + "/send", java.util.Map.of());
        String link = applicant.link();
        long before = events();
        trouble("scheme.register_entry", "perform pg_terminate_backend(pg_backend_pid());");
        MockHttpServletResponse answer = send(link);
        assertThat(answer.getStatus()).isEqualTo(503);
        assertThat(answer.getHeader("Retry-After")).isNotNull();
        assertThat(answer.getContentAsString()).contains("<h1").doesNotContain("Exception", "terminat");
        assertThat(state()).isEqualTo("awaiting-confirmation");
        assertThat(events()).isEqualTo(before);
        trouble_is_over();
        assertThat(send(link).getStatus()).isEqualTo(303);
        assertThat(state()).isEqualTo("registered");
        assertThat(events()).isEqualTo(before + 1);
    }

    @Test
    void a_full_disk_while_an_entry_is_written_leaves_no_half_of_it() throws Exception {
        String draft = applicant.oneStar();
        applicant.follow(draft + "/send", java.util.Map.of());
        String link = applicant.link();
        long before = events();
        trouble(
                "scheme.register_entry",
                "raise exception 'could not extend file: No space left on device' using errcode = '53100';");
        MockHttpServletResponse answer = send(link);
        assertThat(answer.getStatus()).isEqualTo(507);
        assertThat(answer.getContentAsString()).contains("<h1").doesNotContain("No space left");
        assertThat(state()).isEqualTo("awaiting-confirmation");
        assertThat(events()).isEqualTo(before);
        trouble_is_over();
        assertThat(send(link).getStatus()).isEqualTo(303);
    }

    @Test
    void without_its_letter_a_case_is_not_kept_and_the_draft_can_be_sent_again() throws Exception {
        String draft = applicant.oneStar();
        trouble("mail.letter", "perform pg_terminate_backend(pg_backend_pid());");
        assertThat(send(draft + "/send").getStatus()).isEqualTo(503);
        assertThat(database.sql("select count(*) from scheme.case_file where answers ->> 'contactMail' = ?")
                        .param(applicant.mail())
                        .query(Long.class)
                        .single())
                .isZero();
        trouble_is_over();
        assertThat(send(draft + "/send").getStatus()).isEqualTo(303);
        assertThat(applicant.letters()).hasSize(1);
    }
}
