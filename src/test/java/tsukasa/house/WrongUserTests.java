package tsukasa.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tsukasa.identity.Permission;
import tsukasa.identity.Role;
import tsukasa.testing.SignedIn;

/// Every address of the running product is asked for as every role and as nobody, and what happens is held against
/// the table that auditors read. An address that nobody thought of is in the table as well, since the table is made
/// from the program.
@SpringBootTest
@AutoConfigureMockMvc
class WrongUserTests {
    private static final int FIRST_ROLE = 3;
    private final MockMvc browser;

    @Autowired
    WrongUserTests(MockMvc browser, JdbcClient database) {
        this.browser = browser;
        database.sql("insert into identity.person (id, email, display_name, language, created_at)"
                        + " values (:id, 'wrong-user@example.jp', '山田 花子', 'ja', now()) on conflict do nothing")
                .param("id", SignedIn.SOMEONE)
                .update();
    }

    private List<String[]> table() throws Exception {
        MvcResult begun = browser.perform(get("/admin/permissions.csv").with(SignedIn.as(Role.ADMINISTRATOR)))
                .andReturn();
        String csv = browser.perform(
                        org.springframework.test.web.servlet.request.MockMvcRequestBuilders.asyncDispatch(begun))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        return csv.lines().skip(1).map(line -> line.split(",")).toList();
    }

    private static MockHttpServletRequestBuilder request(String[] line, String language) {
        String path = line[1].replaceAll("\\{[^}]+\\}", "no-such-thing");
        return org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request(
                        HttpMethod.valueOf(line[0]), path)
                .param("lang", language)
                .accept(MediaType.TEXT_HTML, MediaType.ALL)
                .with(csrf());
    }

    private MockHttpServletResponse asked(MockHttpServletRequestBuilder request) throws Exception {
        return browser.perform(request).andReturn().getResponse();
    }

    private static boolean refused(MockHttpServletResponse response) {
        return response.getStatus() == 403 || response.getStatus() == 401;
    }

    private static boolean sentToSignIn(MockHttpServletResponse response) {
        String where = response.getRedirectedUrl();
        return response.getStatus() == 401
                || response.getStatus() == 303 && where != null && where.startsWith("/sign-in?");
    }

    @Test
    void every_address_lets_in_whom_the_table_names_and_nobody_else() throws Exception {
        List<String> wrong = new ArrayList<>();
        Map<String, Integer> tried = new TreeMap<>();
        for (String[] line : table()) {
            for (int role = 0; role < Role.values().length; role++) {
                boolean may = line[FIRST_ROLE + role].equals("yes");
                MockHttpServletResponse response = asked(request(line, "ja").with(SignedIn.as(Role.values()[role])));
                if (refused(response) == may || response.getStatus() == 500) {
                    wrong.add(line[0] + " " + line[1] + " as " + Role.values()[role] + ": " + response.getStatus());
                }
                tried.merge(may ? "let in" : "refused", 1, Integer::sum);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(tried.getOrDefault("refused", 0)).isGreaterThan(100);
        assertThat(tried.getOrDefault("let in", 0)).isGreaterThan(100);
    }

    /// A role limited to a department that owns nothing: whatever concerns the agency as a whole is shut, and so are
    /// the cases of a scheme that another department handles.
    @Test
    void with_a_role_of_another_department_one_gets_no_further_than_the_span_of_each_permission() throws Exception {
        List<String> wrong = new ArrayList<>();
        int schemes = 0;
        for (String[] line : table()) {
            for (int role = 0; role < Role.values().length; role++) {
                if (line[FIRST_ROLE + role].equals("no")
                        || line[2].equals("ANYONE")
                        || !Role.values()[role].byDepartment()) {
                    continue;
                }
                boolean scheme = line[1].startsWith("/staff/{scheme}");
                schemes += scheme ? 1 : 0;
                boolean shut = scheme || Permission.valueOf(line[2]).span() == Permission.Span.AGENCY;
                MockHttpServletResponse response =
                        asked(request(new String[] {line[0], line[1].replace("{scheme}", "security-action")}, "ja")
                                .with(SignedIn.of(Set.of("somewhere-else"), Role.values()[role])));
                if (refused(response) != shut || response.getStatus() == 500) {
                    wrong.add(line[0] + " " + line[1] + " as " + Role.values()[role] + ": " + response.getStatus());
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(schemes).isGreaterThan(4);
    }

    @Test
    void the_walls_around_records_are_read_from_the_database_and_said_in_words() throws Exception {
        for (Role role : List.of(Role.AUDITOR, Role.ADMINISTRATOR)) {
            String html = asked(get("/admin/permissions").param("lang", "ja").with(SignedIn.as(role)))
                    .getContentAsString(StandardCharsets.UTF_8);
            assertThat(html).contains("scheme.case_file", "制度を担当する部署の、案件を扱う人が見る", "部署ごと", "scheme.open_walls");
        }
        MvcResult begun = browser.perform(get("/admin/permissions/records.csv").with(SignedIn.as(Role.AUDITOR)))
                .andReturn();
        String csv = browser.perform(
                        org.springframework.test.web.servlet.request.MockMvcRequestBuilders.asyncDispatch(begun))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(csv)
                .contains("POLICY,mail.letter_content,carried,ALL")
                .contains("SPAN,,HANDLE_CASES")
                .contains("ACTOR,,intake");
    }

    @Test
    void nobody_is_sent_to_sign_in_wherever_a_permission_is_asked_for_and_nowhere_else() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (String[] line : table()) {
            boolean anyone = line[2].equals("ANYONE");
            MockHttpServletResponse response = asked(request(line, "en"));
            if (sentToSignIn(response) == anyone) {
                wrong.add(line[0] + " " + line[1] + ": " + response.getStatus());
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void the_table_names_every_role_and_leaves_no_address_shut_by_mistake() throws Exception {
        MvcResult page = browser.perform(
                        get("/admin/permissions").param("lang", "ja").with(SignedIn.as(Role.ADMINISTRATOR)))
                .andReturn();
        String html = page.getResponse().getContentAsString(StandardCharsets.UTF_8);
        assertThat(Arrays.stream(Role.values()).map(role -> role.title().ja())).allMatch(html::contains);
        assertThat(table()).noneMatch(line -> line[2].equals("NOBODY"));
        assertThat(table())
                .anyMatch(line ->
                        line[1].equals("/staff/closings/{plan}/{part}/approval") && line[2].equals("CLOSE_PERIODS"));
    }

    @Test
    void only_those_who_may_read_the_table_see_it() throws Exception {
        assertThat(asked(get("/admin/permissions").with(SignedIn.as(Role.STAFF)))
                        .getStatus())
                .isEqualTo(403);
        assertThat(asked(get("/admin/permissions?q=closings&permission=CLOSE_PERIODS&role=EXECUTIVE")
                                .with(SignedIn.as(Role.ADMINISTRATOR)))
                        .getContentAsString(StandardCharsets.UTF_8))
                .contains("/staff/closings/{plan}/{part}/approval")
                .doesNotContain("/staff/people");
    }
}
