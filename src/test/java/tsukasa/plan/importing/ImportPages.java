package tsukasa.plan.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tsukasa.identity.Role;
import tsukasa.identity.Visitor;
import tsukasa.plan.PlanShelf;
import tsukasa.testing.SignedIn;

/// A planner at the pages of imported plans.
abstract class ImportPages {
    static final String BASE = "/staff/plan/import";
    static final Visitor FIRST = planner("取込 一子");
    static final Visitor SECOND = planner("確定 二郎");

    final MockMvc browser;
    final PlanShelf shelf;

    ImportPages(MockMvc browser, PlanShelf shelf) {
        this.browser = browser;
        this.shelf = shelf;
    }

    static Visitor planner(String name) {
        return new Visitor(UUID.randomUUID(), name, "x@example.jp", Set.of(Role.PLANNER), null);
    }

    static String sample(String name) throws Exception {
        try (InputStream in = ImportPages.class.getResourceAsStream("/tsukasa/plan/reading/" + name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    MvcResult send(String text, String name, Visitor by) throws Exception {
        return browser.perform(multipart(BASE)
                        .file(new MockMultipartFile("file", name, "text/plain", text.getBytes(StandardCharsets.UTF_8)))
                        .with(SignedIn.as(by))
                        .with(csrf()))
                .andReturn();
    }

    /// Imports a sample under a name of its own, so that every test has its own reading.
    String imported(String text, Visitor by) throws Exception {
        MvcResult result = send(text, "plan.txt", by);
        assertThat(result.getResponse().getStatus()).as(body(result)).isEqualTo(303);
        return String.valueOf(result.getResponse().getRedirectedUrl()).substring(BASE.length() + 1);
    }

    static String body(MvcResult result) throws Exception {
        return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    MvcResult open(String address, Visitor by) throws Exception {
        return browser.perform(get(URI.create(address)).with(SignedIn.as(by))).andReturn();
    }

    String page(String address, Visitor by) throws Exception {
        MvcResult result = open(address, by);
        assertThat(result.getResponse().getStatus()).as(address).isEqualTo(200);
        return body(result);
    }

    MvcResult push(String address, Visitor by, String... pairs) throws Exception {
        MockHttpServletRequestBuilder request =
                post(address).with(SignedIn.as(by)).with(csrf());
        for (int i = 0; i < pairs.length; i += 2) {
            request = request.param(pairs[i], pairs[i + 1]);
        }
        return browser.perform(request).andReturn();
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    int status(String address, Visitor by, String... pairs) throws Exception {
        return push(address, by, pairs).getResponse().getStatus();
    }
}
