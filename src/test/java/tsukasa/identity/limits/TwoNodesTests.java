package tsukasa.identity.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import tsukasa.Tsukasa;
import tsukasa.identity.SignInLinks;
import tsukasa.identity.TryLimits;
import tsukasa.testing.Enrolled;
import tsukasa.testing.SharedPostgres;
import tsukasa.testing.SoftAuthenticator;
import tsukasa.testing.WebClient;

/// Two nodes on one database count together, and share what a sign-in needs.
class TwoNodesTests {

    private final String database = SharedPostgres.freshUrl();
    private final ConfigurableApplicationContext first = node("first");
    private final ConfigurableApplicationContext second = node("second");

    private ConfigurableApplicationContext node(String name) {
        Map<String, Object> own = Map.of(
                "server.port", "0",
                "server.address", "127.0.0.1",
                "tsukasa.base-url", "http://localhost:9999",
                "tsukasa.data-dir", "target/data/node-" + name + "-" + UUID.randomUUID(),
                "tsukasa.database-url", database,
                "tsukasa.database-user", "postgres");
        return new SpringApplicationBuilder(Tsukasa.class)
                .initializers(context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new MapPropertySource("one database for both", own)))
                .run();
    }

    @AfterEach
    void stop() {
        second.close();
        first.close();
    }

    private static int port(ConfigurableApplicationContext node) {
        return Integer.parseInt(String.valueOf(node.getEnvironment().getProperty("local.server.port")));
    }

    @Test
    void tries_are_counted_together_and_a_question_of_one_node_is_answered_at_the_other() {
        TryLimits here = first.getBean(TryLimits.class);
        TryLimits there = second.getBean(TryLimits.class);
        for (int i = 0; i < 3; i++) {
            assertThat(here.count("a subject", 6)).isEmpty();
            assertThat(there.count("a subject", 6)).isEmpty();
        }
        Optional<Duration> wait = here.count("a subject", 6);
        assertThat(wait)
                .as("the seventh, unless a quarter of an hour just began")
                .isPresent();

        for (int i = 0; i < 5; i++) {
            assertThat((i % 2 == 0 ? here : there).attempt("a secret", 5).rest())
                    .isEmpty();
        }
        assertThat(here.attempt("a secret", 5).rest()).isPresent();
        assertThat(there.attempt("a secret", 5).rest()).isPresent();
        there.succeeded("a secret");
        assertThat(here.attempt("a secret", 5).rest()).isEmpty();

        WebClient browser = new WebClient(port(first));
        Enrolled.byLink(browser, first.getBean(SignInLinks.class), "nodes@example.jp");
        SoftAuthenticator key =
                Enrolled.addPasskey(browser, "http://localhost:9999").counting(2);
        WebClient mine = new WebClient(port(first));
        mine.get("/sign-in");
        String challenge = Enrolled.challenge(
                mine.post("/sign-in/passkey/question", Map.of()).body());
        WebClient moved = new WebClient(port(second));
        moved.get("/sign-in");
        moved.cookies().put("passkey", String.valueOf(mine.cookies().get("passkey")));
        assertThat(moved.post("/sign-in/passkey", Map.of("credential", key.get(challenge), "return", "/me"))
                        .location())
                .isEqualTo("/me");
        mine.cookies().put("session", String.valueOf(moved.cookies().get("session")));
        assertThat(mine.get("/me").status()).isEqualTo(200);
    }
}
