package tsukasa.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.support.StaticApplicationContext;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tsukasa.identity.Permission;
import tsukasa.identity.Permit;

@SpringBootTest
@AutoConfigureMockMvc
class EndpointsTests {
    private static final Path OPEN = Path.of("src/main/resources/tsukasa/identity/public-endpoints.txt");
    private final RequestMappingHandlerMapping mapping;

    @Autowired
    EndpointsTests(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
        this.mapping = mapping;
    }

    @Test
    void every_endpoint_asks_for_a_permission_or_is_on_the_public_list() throws IOException {
        assertThat(Endpoints.unguarded(mapping.getHandlerMethods(), open())).isEmpty();
        assertThat(mapping.getHandlerMethods()).hasSizeGreaterThan(1);
    }

    @Test
    void the_public_list_names_only_what_is_there_and_needs_no_permission() throws IOException {
        assertThat(Endpoints.deadLines(mapping.getHandlerMethods(), open())).isEmpty();
    }

    @Test
    void an_unguarded_endpoint_and_a_dead_line_are_found() {
        Set<String> open = Set.of("GET /open", "GET /gone", "POST /guarded");
        assertThat(Endpoints.unguarded(broken(), open)).containsExactly("GET /forgotten");
        assertThat(Endpoints.deadLines(broken(), open)).containsExactly("GET /gone", "POST /guarded");
    }

    private static Set<String> open() throws IOException {
        return House.lines(Files.readString(OPEN)).collect(Collectors.toSet());
    }

    private static Map<RequestMappingInfo, HandlerMethod> broken() {
        StaticApplicationContext context = new StaticApplicationContext();
        context.registerSingleton("broken", Broken.class);
        context.refresh();
        RequestMappingHandlerMapping mapping = new RequestMappingHandlerMapping();
        mapping.setApplicationContext(context);
        mapping.afterPropertiesSet();
        return mapping.getHandlerMethods();
    }

    /// Nested in a test class, so the platform's own component scan does not find it.
    @Controller
    static class Broken {
        @GetMapping("/open")
        void open() {}

        @GetMapping("/forgotten")
        void forgotten() {}

        @Permit(Permission.SIGNED_IN)
        @PostMapping("/guarded")
        void guarded() {}
    }
}
