package tsukasa.staff;

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
import tsukasa.identity.Role;
import tsukasa.kernel.Language;
import tsukasa.kernel.Text;
import tsukasa.mail.EmailAddress;
import tsukasa.mail.Letter;
import tsukasa.mail.MailId;
import tsukasa.mail.PostOffice;
import tsukasa.testing.SignedIn;

@SpringBootTest
@AutoConfigureMockMvc
class StaffPagesTests {
    private final MockMvc browser;
    private final PostOffice post;

    @Autowired
    StaffPagesTests(MockMvc browser, PostOffice post) {
        this.browser = browser;
        this.post = post;
    }

    @Test
    void staff_see_what_they_may_do_and_nothing_else() throws Exception {
        assertThat(as(Role.ADMINISTRATOR, get("/staff")).getContentAsString())
                .contains("/staff/outbox")
                .contains("/staff/people");
        assertThat(as(Role.STAFF, get("/staff")).getContentAsString())
                .doesNotContain("/staff/outbox")
                .doesNotContain("/staff/people");
        for (Role role : List.of(Role.STAFF, Role.PLANNER)) {
            assertThat(as(role, get("/staff")).getContentAsString()).contains("/staff/results");
        }
        assertThat(as(Role.MEMBER, get("/staff")).getStatus()).isEqualTo(403);
    }

    @Test
    void a_letter_is_found_and_its_link_can_be_followed() throws Exception {
        MailId id = post.send(Letter.of(
                EmailAddress.of("reader@example.jp"),
                Language.JA,
                Text.same("<b>件名</b>"),
                Text.same("開く：https://example.jp/x?a=1&b=2\n<script>alert(1)</script>\njavascript:alert(1)")));
        assertThat(as(Role.ADMINISTRATOR, get("/staff/outbox").param("q", "reader@"))
                        .getContentAsString())
                .contains("/staff/outbox/" + id.value())
                .contains("&lt;b&gt;件名");
        assertThat(as(Role.ADMINISTRATOR, get("/staff/outbox/" + id.value())).getContentAsString())
                .contains("<a href=\"https://example.jp/x?a=1&amp;b=2\">")
                .doesNotContain("<script>alert")
                .doesNotContain("href=\"javascript");
    }

    @Test
    void only_those_with_the_permission_read_the_outbox() throws Exception {
        MailId id = post.send(
                Letter.of(EmailAddress.of("private@example.jp"), Language.JA, Text.same("件名"), Text.same("本文")));
        for (Role role : List.of(Role.MEMBER, Role.STAFF, Role.PLANNER)) {
            assertThat(as(role, get("/staff/outbox")).getStatus()).isEqualTo(403);
            assertThat(as(role, get("/staff/outbox/" + id.value())).getStatus()).isEqualTo(403);
        }
        assertThat(browser.perform(get("/demo/letters/" + id.value()))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void wrong_values_are_answered() throws Exception {
        assertThat(as(
                                Role.ADMINISTRATOR,
                                get("/staff/outbox").param("q", "%_\\'\u0000").param("state", "NONE"))
                        .getStatus())
                .isEqualTo(200);
        assertThat(as(Role.ADMINISTRATOR, get("/staff/outbox/x")).getStatus()).isEqualTo(400);
        assertThat(as(Role.ADMINISTRATOR, get("/staff/outbox/" + UUID.randomUUID()))
                        .getStatus())
                .isEqualTo(404);
        assertThat(as(Role.ADMINISTRATOR, post("/staff/outbox/" + UUID.randomUUID() + "/send-again"))
                        .getStatus())
                .isEqualTo(404);
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
