package tsukasa.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tsukasa.identity.Role;
import tsukasa.identity.Visitor;

/// Pages seen and forms sent by people of the agency, without a network.
public record StaffBrowser(MockMvc mvc) {
    /// Somebody with one role over the whole agency; the same name is the same person.
    public static Visitor person(String name, Role role) {
        return new Visitor(
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
                name,
                "someone@example.jp",
                Set.of(Role.MEMBER, role),
                null);
    }

    /// The words of a page that must be there.
    public String seen(String address, Visitor by) throws Exception {
        MockHttpServletResponse response = answer(address, by);
        assertThat(response.getStatus()).as(address).isEqualTo(200);
        return response.getContentAsString(StandardCharsets.UTF_8);
    }

    public int status(String address, Visitor by) throws Exception {
        return answer(address, by).getStatus();
    }

    /// Whatever is there.
    public MockHttpServletResponse answer(String address, Visitor by) throws Exception {
        return mvc.perform(get(address).with(SignedIn.as(by))).andReturn().getResponse();
    }

    /// A form of a page, to be filled in and sent.
    public Form form(String address, Visitor by) {
        return new Form(mvc, post(address).with(SignedIn.as(by)).with(csrf()));
    }

    /// One that is being filled in.
    public record Form(MockMvc mvc, MockHttpServletRequestBuilder request) {
        public Form with(String name, Object value) {
            request.param(name, String.valueOf(value));
            return this;
        }

        public MockHttpServletResponse sent() throws Exception {
            return mvc.perform(request).andReturn().getResponse();
        }

        /// What sending it was answered with.
        public int status() throws Exception {
            return sent().getStatus();
        }
    }

    /// @param fields name and value in turn
    public MockHttpServletResponse sent(String address, Visitor by, String... fields) throws Exception {
        var request = post(address).with(SignedIn.as(by)).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return mvc.perform(request).andReturn().getResponse();
    }
}
