package tsukasa.identity.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
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
import tsukasa.identity.Role;
import tsukasa.identity.RoleChange;
import tsukasa.kernel.Language;
import tsukasa.mail.EmailAddress;
import tsukasa.testing.SignedIn;

@SpringBootTest
@AutoConfigureMockMvc
class PeopleTests {
    private final MockMvc browser;
    private final People people;
    private final PersonStore store;

    @Autowired
    PeopleTests(MockMvc browser, People people, PersonStore store) {
        this.browser = browser;
        this.people = people;
        this.store = store;
    }

    @Test
    void a_person_is_one_however_the_address_is_typed() {
        Person first = people.ensure(EmailAddress.of("Same@Example.jp"), "最初", Language.JA);
        Person again = people.ensure(EmailAddress.of("ｓａｍｅ@example.jp"), "次", Language.EN);
        assertThat(again).isEqualTo(first);
        assertThat(again.displayName()).isEqualTo("最初");
        assertThat(first.id().version()).isEqualTo(7);
    }

    @Test
    void a_role_is_given_and_taken_once() {
        UUID id = somebody("role@example.jp");
        assertThat(people.give(id, Role.PLANNER)).isInstanceOf(RoleChange.Changed.class);
        assertThat(people.give(id, Role.PLANNER)).isInstanceOf(RoleChange.AsBefore.class);
        assertThat(people.find(id).orElseThrow().roles()).containsExactlyInAnyOrder(Role.MEMBER, Role.PLANNER);
        assertThat(people.take(id, Role.PLANNER)).isInstanceOf(RoleChange.Changed.class);
        assertThat(people.take(id, Role.MEMBER)).isInstanceOf(RoleChange.AsBefore.class);
        assertThat(people.give(UUID.randomUUID(), Role.STAFF)).isInstanceOf(RoleChange.NoSuchPerson.class);
    }

    @Test
    void the_last_administrator_stays() throws Exception {
        store.holdAdministrators().forEach(id -> store.take(id, Role.ADMINISTRATOR, java.time.Instant.now()));
        UUID one = somebody("last1@example.jp");
        UUID two = somebody("last2@example.jp");
        people.give(one, Role.ADMINISTRATOR);
        assertThat(people.take(one, Role.ADMINISTRATOR)).isInstanceOf(RoleChange.LastAdministrator.class);
        assertThat(people.close(one)).isInstanceOf(RoleChange.LastAdministrator.class);
        MockHttpServletResponse refused =
                asAdministrator(post("/staff/people/" + one + "/take").param("role", "ADMINISTRATOR"));
        assertThat(refused.getStatus()).isEqualTo(409);
        assertThat(refused.getContentAsString()).contains("最後のシステム管理者です");

        people.give(two, Role.ADMINISTRATOR);
        people.close(two);
        assertThat(people.take(one, Role.ADMINISTRATOR)).isInstanceOf(RoleChange.LastAdministrator.class);
        people.reopen(two);
        assertThat(people.take(one, Role.ADMINISTRATOR)).isInstanceOf(RoleChange.Changed.class);
    }

    @Test
    void an_administrator_finds_people_and_gives_a_role() throws Exception {
        UUID id = somebody("finder@example.jp");
        MockHttpServletResponse list = asAdministrator(get("/staff/people").param("q", "FINDER@"));
        assertThat(list.getContentAsString()).contains("/staff/people/" + id);
        assertThat(asAdministrator(get("/staff/people/" + id)).getContentAsString())
                .contains("計画担当");
        MockHttpServletResponse given = asAdministrator(
                post("/staff/people/" + id + "/give").param("role", "PLANNER").param("reach", "everywhere"));
        assertThat(given.getStatus()).isEqualTo(303);
        assertThat(asAdministrator(get("/staff/people").param("role", "PLANNER"))
                        .getContentAsString())
                .contains("/staff/people/" + id);
        assertThat(asAdministrator(get("/staff/people").param("role", "STAFF").param("q", "finder"))
                        .getContentAsString())
                .doesNotContain("/staff/people/" + id);
        assertThat(asAdministrator(get("/staff/people/" + id + "/confirm")
                                .param("act", "take")
                                .param("role", "PLANNER"))
                        .getContentAsString())
                .contains("外しますか");
    }

    @Test
    void nobody_else_may_look_or_change() throws Exception {
        UUID id = somebody("closed-door@example.jp");
        for (Role role : List.of(Role.MEMBER, Role.STAFF, Role.PLANNER)) {
            for (MockHttpServletRequestBuilder request : List.of(
                    get("/staff/people"),
                    get("/staff/people/" + id),
                    post("/staff/people/" + id + "/give")
                            .param("role", "ADMINISTRATOR")
                            .with(csrf()),
                    post("/staff/people/" + id + "/close").with(csrf()))) {
                assertThat(answer(request.with(SignedIn.as(role))).getStatus()).isEqualTo(403);
            }
        }
        assertThat(answer(post("/staff/people/" + id + "/close").with(csrf())).getStatus())
                .isEqualTo(401);
        assertThat(people.find(id).orElseThrow().roles()).containsExactly(Role.MEMBER);
    }

    @Test
    void hostile_and_wrong_values_are_answered_not_executed() throws Exception {
        for (String text : List.of("'; drop table identity.person; --", "%", "\\", "\u0000", "a".repeat(10_000))) {
            assertThat(asAdministrator(get("/staff/people").param("q", text)).getStatus())
                    .as(text.substring(0, 1))
                    .isEqualTo(200);
        }
        assertThat(asAdministrator(get("/staff/people").param("page", "999999999"))
                        .getStatus())
                .isEqualTo(200);
        assertThat(asAdministrator(get("/staff/people").param("page", "x")).getStatus())
                .isEqualTo(400);
        assertThat(asAdministrator(get("/staff/people/not-an-id")).getStatus()).isEqualTo(400);
        assertThat(asAdministrator(get("/staff/people/" + UUID.randomUUID())).getStatus())
                .isEqualTo(404);
        UUID id = somebody("hostile@example.jp");
        for (String role : List.of("MEMBER", "KING", "", "administrator")) {
            assertThat(asAdministrator(post("/staff/people/" + id + "/give").param("role", role))
                            .getStatus())
                    .isEqualTo(400);
        }
    }

    @Test
    void a_name_that_looks_like_markup_is_only_a_name() throws Exception {
        UUID id = people.ensure(EmailAddress.of("markup@example.jp"), "<script>alert(1)</script>", Language.JA)
                .id();
        assertThat(asAdministrator(get("/staff/people/" + id)).getContentAsString())
                .doesNotContain("<script>alert")
                .contains("&lt;script&gt;");
    }

    private MockHttpServletResponse asAdministrator(MockHttpServletRequestBuilder request) throws Exception {
        return answer(request.with(SignedIn.as(Role.ADMINISTRATOR)).with(csrf()));
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request) throws Exception {
        MockHttpServletResponse response = browser.perform(request).andReturn().getResponse();
        response.setCharacterEncoding("UTF-8");
        return response;
    }

    private UUID somebody(String email) {
        return people.ensure(EmailAddress.of(email), "ある人", Language.JA).id();
    }
}
