package tsukasa.identity.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tsukasa.identity.People;
import tsukasa.identity.Person;
import tsukasa.identity.Reach;
import tsukasa.identity.Role;
import tsukasa.identity.RoleChange;
import tsukasa.kernel.Language;
import tsukasa.mail.EmailAddress;
import tsukasa.testing.SignedIn;

@SpringBootTest
@AutoConfigureMockMvc
class DepartmentsTests {
    private final MockMvc browser;
    private final People people;
    private final PersonStore store;

    @Autowired
    DepartmentsTests(MockMvc browser, People people, PersonStore store) {
        this.browser = browser;
        this.people = people;
        this.store = store;
    }

    @Test
    void a_role_for_departments_is_read_back_and_widened_and_every_stay_is_kept() {
        UUID id = somebody("stays@example.jp");
        people.give(id, Role.STAFF, Reach.over(Set.of("exam", "dx")));
        assertThat(reach(id)).isEqualTo(Reach.over(Set.of("exam", "dx")));
        assertThat(people.give(id, Role.STAFF, Reach.over(Set.of("dx", "exam"))))
                .isInstanceOf(RoleChange.AsBefore.class);

        assertThat(people.give(id, Role.STAFF, Reach.over(Set.of("dx", "pr")))).isInstanceOf(RoleChange.Changed.class);
        assertThat(store.stays(id))
                .filteredOn(stay -> stay.until() != null)
                .extracting(PersonStore.Stay::department)
                .containsExactly("exam");

        people.give(id, Role.STAFF, Reach.EVERYWHERE);
        assertThat(reach(id)).isEqualTo(Reach.EVERYWHERE);
        assertThat(store.stays(id)).hasSize(3).allMatch(stay -> stay.until() != null);
    }

    @Test
    void a_role_taken_away_and_given_again_does_not_bring_its_departments_back() {
        UUID id = somebody("again@example.jp");
        people.give(id, Role.STAFF, Reach.over(Set.of("exam")));
        people.take(id, Role.STAFF);
        assertThat(people.find(id).orElseThrow().roles()).containsExactly(Role.MEMBER);
        people.give(id, Role.STAFF, Reach.over(Set.of("pr")));
        assertThat(reach(id)).isEqualTo(Reach.over(Set.of("pr")));
    }

    @Test
    void an_administrator_chooses_departments_by_name_and_others_by_id() throws Exception {
        UUID id = somebody("chosen@example.jp");
        assertThat(asAdministrator(get("/staff/people/" + id + "/role").param("role", "STAFF"))
                        .getContentAsString())
                .contains("試験センター")
                .contains("機構全体");
        MockHttpServletResponse given = asAdministrator(post("/staff/people/" + id + "/give")
                .param("role", "STAFF")
                .param("reach", "departments")
                .param("departments", "exam")
                .param("others", "kansai　exam-2"));
        assertThat(given.getStatus()).isEqualTo(303);
        assertThat(reach(id)).isEqualTo(Reach.over(Set.of("exam", "kansai", "exam-2")));
        assertThat(asAdministrator(get("/staff/people/" + id)).getContentAsString())
                .contains("exam-2、kansai")
                .contains("試験センター")
                .contains("部署の経過");
    }

    @Test
    void how_far_a_role_reaches_is_never_guessed() throws Exception {
        UUID id = somebody("unsaid@example.jp");
        for (List<String> wrong : List.of(
                List.of("", "", ""),
                List.of("departments", "", ""),
                List.of("all", "exam", ""),
                List.of("departments", "Exam", ""),
                List.of("departments", "exam", "'; drop table x; --"),
                List.of("departments", "", "a".repeat(41)))) {
            MockHttpServletResponse response = asAdministrator(post("/staff/people/" + id + "/give")
                    .param("role", "STAFF")
                    .param("reach", wrong.get(0))
                    .param("departments", wrong.get(1).isEmpty() ? new String[0] : new String[] {wrong.get(1)})
                    .param("others", wrong.get(2)));
            assertThat(response.getStatus()).as(wrong.toString()).isEqualTo(422);
        }
        assertThat(people.find(id).orElseThrow().roles()).containsExactly(Role.MEMBER);
    }

    @Test
    void an_administrators_role_is_not_given_by_department() throws Exception {
        UUID id = somebody("whole@example.jp");
        assertThat(asAdministrator(get("/staff/people/" + id + "/role").param("role", "ADMINISTRATOR"))
                        .getStatus())
                .isEqualTo(400);
        asAdministrator(post("/staff/people/" + id + "/give")
                .param("role", "AUDITOR")
                .param("reach", "departments")
                .param("departments", "exam"));
        assertThat(people.find(id).orElseThrow().reaches().get(Role.AUDITOR)).isEqualTo(Reach.EVERYWHERE);
    }

    @Test
    void nobody_gives_themselves_a_role_or_a_department() throws Exception {
        UUID self = SignedIn.SOMEONE;
        assertThat(asAdministrator(post("/staff/people/" + self + "/give")
                                .param("role", "STAFF")
                                .param("reach", "everywhere"))
                        .getStatus())
                .isEqualTo(409);
        assertThat(asAdministrator(get("/staff/people/" + self + "/role").param("role", "STAFF"))
                        .getStatus())
                .isEqualTo(409);
    }

    private Reach reach(UUID id) {
        Person person = people.find(id).orElseThrow();
        return person.reaches().getOrDefault(Role.STAFF, Reach.over(Set.of()));
    }

    private MockHttpServletResponse asAdministrator(MockHttpServletRequestBuilder request) throws Exception {
        MockHttpServletResponse response = browser.perform(
                        request.with(SignedIn.as(Role.ADMINISTRATOR)).with(csrf()))
                .andReturn()
                .getResponse();
        response.setCharacterEncoding("UTF-8");
        return response;
    }

    private UUID somebody(String email) {
        return people.ensure(EmailAddress.of(email), "ある人", Language.JA).id();
    }
}
