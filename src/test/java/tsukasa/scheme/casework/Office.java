package tsukasa.scheme.casework;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tsukasa.identity.People;
import tsukasa.identity.Person;
import tsukasa.identity.Reach;
import tsukasa.identity.Role;
import tsukasa.identity.Visitor;
import tsukasa.kernel.Language;
import tsukasa.mail.EmailAddress;
import tsukasa.testing.SignedIn;

/// People of the department that handles cases, and what they see when they ask.
record Office(MockMvc browser, People people) {
    /// Each test class has its own, so that what one gives to whom says nothing to another.
    Person of(String department, String name, Role role) {
        Person person = people.ensure(
                EmailAddress.of("office-" + Integer.toHexString(name.hashCode()) + "@example.jp"), name, Language.JA);
        people.give(person.id(), role, Reach.over(Set.of(department)));
        return now(person);
    }

    /// As the person is at this moment, with whatever was given and taken since.
    Person now(Person person) {
        return people.find(person.id()).orElseThrow();
    }

    Visitor visitor(Person person) {
        Person now = now(person);
        return new Visitor(now.id(), now.displayName(), now.email().value(), now.reaches(), null);
    }

    MockHttpServletResponse asked(Person who, MockHttpServletRequestBuilder request) throws Exception {
        MvcResult result = browser.perform(request.param("lang", "ja")
                        .with(SignedIn.as(visitor(who)))
                        .with(csrf()))
                .andReturn();
        return result.getRequest().isAsyncStarted()
                ? browser.perform(MockMvcRequestBuilders.asyncDispatch(result))
                        .andReturn()
                        .getResponse()
                : result.getResponse();
    }

    int status(Person who, MockHttpServletRequestBuilder request) throws Exception {
        return asked(who, request).getStatus();
    }

    String page(Person who, String path) throws Exception {
        MockHttpServletResponse response = asked(who, MockMvcRequestBuilders.get(path));
        if (response.getStatus() != 200) {
            throw new AssertionError(path + " answered " + response.getStatus());
        }
        String html = response.getContentAsString(StandardCharsets.UTF_8);
        return html.contains("<main") ? html.substring(html.indexOf("<main"), html.indexOf("</main>")) : html;
    }
}
