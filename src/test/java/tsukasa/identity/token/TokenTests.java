package tsukasa.identity.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tsukasa.identity.People;
import tsukasa.identity.Permission;
import tsukasa.identity.Permit;
import tsukasa.identity.Role;
import tsukasa.identity.SignInLinks;
import tsukasa.identity.TokenScope;
import tsukasa.kernel.Language;
import tsukasa.mail.EmailAddress;
import tsukasa.testing.Enrolled;
import tsukasa.testing.WebClient;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@TestPropertySource(properties = "tsukasa.second-factor=required")
@Import(TokenTests.Cases.class)
class TokenTests {
    private static int people;
    private final People register;
    private final SignInLinks links;
    private final TokenDesk desk;
    private final TokenStore store;
    private final Clock clock;
    private final int port;
    private final String email = "tokens" + ++people + "@example.jp";
    private UUID person = UUID.randomUUID();

    /// Endpoints such as a module's API will have.
    @RestController
    static class Cases {
        @Permit(Permission.HANDLE_CASES)
        @GetMapping("/api/trial/cases")
        String read() {
            return "read";
        }

        @Permit(Permission.HANDLE_CASES)
        @PostMapping("/api/trial/cases")
        String write() {
            return "written";
        }

        @Permit(value = Permission.HANDLE_CASES, fresh = true)
        @GetMapping("/api/trial/fresh")
        String fresh() {
            return "fresh";
        }
    }

    @Autowired
    TokenTests(
            People register,
            SignInLinks links,
            TokenDesk desk,
            TokenStore store,
            Clock clock,
            @LocalServerPort int port) {
        this.register = register;
        this.links = links;
        this.desk = desk;
        this.store = store;
        this.clock = clock;
        this.port = port;
    }

    @BeforeEach
    void beStaff() {
        person = register.ensure(EmailAddress.of(email), "職員", Language.JA).id();
        register.give(person, Role.STAFF);
    }

    private String token(String... scopes) {
        Set<TokenScope> allowed = java.util.Arrays.stream(scopes)
                .map(name -> TokenScope.ofName(name).orElseThrow())
                .collect(java.util.stream.Collectors.toSet());
        return desk.make(person, "試験", allowed, Duration.ofDays(30)).text();
    }

    private WebClient with(String token) {
        return new WebClient(port).with("Authorization", "Bearer " + token).with("Accept", "application/json");
    }

    @Test
    void a_token_reads_within_its_scope_without_session_or_forgery_token() {
        WebClient program = with(token("handle-cases:read"));
        assertThat(program.get("/api/trial/cases").body()).isEqualTo("read");
        assertThat(program.cookies()).isEmpty();
        WebClient.Response refused = program.postPlain("/api/trial/cases", Map.of());
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.header("WWW-Authenticate").orElse(""))
                .contains("insufficient_scope")
                .contains("handle-cases:write");
        WebClient writer = with(token("handle-cases:write"));
        assertThat(writer.postPlain("/api/trial/cases", Map.of()).body()).isEqualTo("written");
        assertThat(writer.get("/api/trial/cases").status()).isEqualTo(200);
        assertThat(writer.get("/api/trial/fresh").status()).isEqualTo(403);
        assertThat(writer.get("/api/me").status()).isEqualTo(403);
        assertThat(with(token("signed-in:read")).get("/api/me").body()).contains(email, "signed-in:read");
    }

    @Test
    void a_scope_never_gives_what_the_person_may_not_do_now() {
        WebClient program = with(token("handle-cases:read", "manage-people:write"));
        assertThat(program.get("/api/trial/cases").status()).isEqualTo(200);
        register.take(person, Role.STAFF);
        assertThat(program.get("/api/trial/cases").status()).isEqualTo(403);
        register.give(person, Role.STAFF);
        register.close(person);
        assertThat(program.get("/api/trial/cases").status()).isEqualTo(401);
        register.reopen(person);
    }

    @Test
    void wrong_revoked_and_old_tokens_are_refused_even_where_anyone_may_read() {
        String revoked = token("handle-cases:read");
        desk.revoke(person, ApiToken.parse(revoked).orElseThrow().id());
        ApiToken old = ApiToken.fresh();
        store.add(
                old,
                person,
                "古い",
                Set.of(new TokenScope(Permission.SIGNED_IN, false)),
                clock.instant().minus(Duration.ofDays(2)),
                clock.instant().minus(Duration.ofDays(1)));
        String good = token("handle-cases:read");
        String changed = good.substring(0, 20) + (good.charAt(20) == 'a' ? 'b' : 'a') + good.substring(21);
        for (String wrong :
                List.of(revoked, old.text(), changed, ApiToken.fresh().text(), "x", "")) {
            WebClient.Response refused = with(wrong).get("/api/plan");
            assertThat(refused.status()).as(wrong).isEqualTo(401);
            assertThat(refused.header("WWW-Authenticate").orElse("")).contains("Bearer");
            assertThat(refused.header("Content-Type").orElse("")).startsWith("application/problem+json");
        }
        assertThat(new WebClient(port).get("/api/trial/cases").header("WWW-Authenticate"))
                .hasValue("Bearer realm=\"api\"");
    }

    @Test
    void a_token_in_the_address_is_refused_and_to_be_revoked() {
        String token = token("handle-cases:read");
        for (String query : List.of("access_token=" + token, "key=" + token, "access_token=x")) {
            WebClient.Response refused = new WebClient(port).get("/api/trial/cases?" + query);
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.body()).contains("取り消し").doesNotContain(token);
        }
    }

    @Test
    void pages_for_people_do_not_open_with_a_token() {
        String token = token("signed-in:write", "use-staff-pages:write");
        for (String path : List.of("/me", "/staff", "/me/tokens")) {
            assertThat(new WebClient(port)
                            .with("Authorization", "Bearer " + token)
                            .get(path)
                            .location())
                    .startsWith("/sign-in");
        }
    }

    @Test
    void one_makes_a_token_sees_it_once_and_revokes_it() {
        register.take(person, Role.STAFF);
        WebClient browser = new WebClient(port);
        Enrolled.byLink(browser, links, email);
        assertThat(browser.get("/me/tokens/new").body())
                .contains("signed-in:read")
                .doesNotContain("manage-people");
        assertThat(browser.post("/me/tokens", Map.of("name", "集計", "scope", "manage-people:write", "days", "90"))
                        .status())
                .isEqualTo(422);
        assertThat(browser.post("/me/tokens", Map.of("name", "集計", "scope", "signed-in:read", "days", "9999"))
                        .status())
                .isEqualTo(422);
        String made = browser.post("/me/tokens", Map.of("name", "集計", "scope", "signed-in:read", "days", "90"))
                .body();
        Matcher token = Pattern.compile("tsk_[0-9A-Za-z]{56}").matcher(made);
        assertThat(token.find()).isTrue();
        assertThat(with(token.group()).get("/api/me").status()).isEqualTo(200);
        String list = browser.get("/me/tokens").body();
        assertThat(list).contains("集計").doesNotContain(token.group()).doesNotContain("未使用");
        Matcher revocation =
                Pattern.compile("/me/tokens/[0-9A-Za-z]{10}/revocation").matcher(list);
        assertThat(revocation.find()).isTrue();
        assertThat(browser.post(revocation.group(), Map.of()).status()).isEqualTo(303);
        assertThat(with(token.group()).get("/api/me").status()).isEqualTo(401);
    }

    @Test
    void a_token_proves_by_itself_that_it_was_written_right() {
        String token = ApiToken.fresh().text();
        assertThat(token).matches("tsk_[0-9A-Za-z]{56}");
        assertThat(ApiToken.parse(token)).isPresent();
        assertThat(ApiToken.parse(token.substring(0, 59) + (token.endsWith("0") ? "1" : "0")))
                .isEmpty();
        assertThat(ApiToken.parse(token + " ")).isEmpty();
        assertThat(ApiToken.fresh().toString()).hasSize(15);
    }

    @Test
    void the_description_of_the_api_says_how_to_use_one() {
        assertThat(new WebClient(port)
                        .with("Accept", "application/json")
                        .get("/api/openapi.json")
                        .body())
                .contains("\"securitySchemes\"", "\"scheme\":\"bearer\"", "/api/me");
    }
}
