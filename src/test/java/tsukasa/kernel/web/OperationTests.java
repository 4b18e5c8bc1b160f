package tsukasa.kernel.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tsukasa.audit.AuditReader;
import tsukasa.identity.SignInLinks;
import tsukasa.testing.Enrolled;
import tsukasa.testing.OwnersDatabase;
import tsukasa.testing.WebClient;

/// What an operator sees of one request, and of all of them.
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "tsukasa.metrics-token=a-token-of-the-operator",
            "tsukasa.trusted-proxies=127.0.0.2/32",
            "tsukasa.base-url=http://localhost:9999"
        })
@ExtendWith(OutputCaptureExtension.class)
class OperationTests {
    private final int port;
    private final JdbcClient database;
    private final AuditReader audit;
    private final SignInLinks links;

    @Autowired
    OperationTests(
            @LocalServerPort int port,
            @Qualifier(OwnersDatabase.OWNER) JdbcClient database,
            AuditReader audit,
            SignInLinks links) {
        this.port = port;
        this.database = database;
        this.audit = audit;
        this.links = links;
    }

    private static String name(WebClient.Response response) {
        return response.header("X-Request-Id").orElse("");
    }

    @Test
    void every_answer_carries_the_name_of_its_request_and_a_problem_shows_it() {
        WebClient.Response home = new WebClient(port).get("/about");
        WebClient.Response lost = new WebClient(port).get("/no-such-page");
        assertThat(name(home)).matches("[0-9a-f]{16}").isNotEqualTo(name(lost));
        assertThat(lost.body()).contains(name(lost));
        assertThat(new WebClient(port).with("Accept", "application/json").get("/no-such-page"))
                .satisfies(json -> assertThat(json.body()).contains("\"reference\":\"" + name(json) + "\""));
    }

    @Test
    void only_a_proxy_of_ours_names_a_request_and_only_in_the_right_form() {
        String given = "proxy-0123456789";
        assertThat(name(new WebClient(port, "127.0.0.2")
                        .with("X-Request-Id", given)
                        .get("/about")))
                .isEqualTo(given);
        assertThat(name(new WebClient(port).with("X-Request-Id", given).get("/about")))
                .isNotEqualTo(given);
        for (String wrong : new String[] {"short", "has spaces in it", "<script>alert(1)</script>", "x".repeat(65)}) {
            assertThat(name(new WebClient(port, "127.0.0.2")
                            .with("X-Request-Id", wrong)
                            .get("/about")))
                    .as(wrong)
                    .matches("[0-9a-f]{16}");
        }
    }

    /// As the setting `logging.structured.format.console=ecs` would write it, whatever format this run logs in.
    private static String json(ILoggingEvent event) {
        StructuredLogEncoder encoder = new StructuredLogEncoder();
        encoder.setContext((LoggerContext) LoggerFactory.getILoggerFactory());
        encoder.setFormat("ecs");
        encoder.start();
        return new String(encoder.encode(event), StandardCharsets.UTF_8);
    }

    @Test
    void a_failure_stands_in_the_log_under_the_same_name_with_the_id_of_the_person_and_nothing_about_them() {
        WebClient browser = new WebClient(port);
        String email = UUID.randomUUID() + "@example.jp";
        Enrolled.byLink(browser, links, email);
        ListAppender<ILoggingEvent> written = new ListAppender<>();
        Logger problems = (Logger) LoggerFactory.getLogger(Problems.class);
        written.start();
        problems.addAppender(written);
        database.sql("alter table identity.api_token rename to token_away").update();
        WebClient.Response failed;
        try {
            failed = browser.get("/me/tokens");
        } finally {
            database.sql("alter table identity.token_away rename to api_token").update();
            problems.detachAppender(written);
        }
        assertThat(failed.status()).isEqualTo(500);
        String line = json(written.list.getFirst());
        assertThat(line)
                .startsWith("{")
                .contains("\"request\":\"" + name(failed) + "\"")
                .doesNotContain(email);
        assertThat(line).containsPattern(Pattern.compile("\"person\":\"[0-9a-f-]{36}\""));
        assertThat(audit.search(AuditReader.Wanted.ALL, 1, 50).entries())
                .anyMatch(entry -> entry.request() != null && entry.request().matches("[0-9a-f]{16}"));
    }

    @Test
    void a_secret_in_an_address_does_not_reach_the_log(CapturedOutput output) {
        database.sql("alter table identity.sign_in_link rename to link_away").update();
        try {
            String secret = "Abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";
            WebClient.Response failed = new WebClient(port).get("/sign-in/link/" + secret);
            assertThat(failed.status()).isEqualTo(500);
            assertThat(output.getAll()).contains(name(failed)).doesNotContain("/" + secret);
        } finally {
            database.sql("alter table identity.link_away rename to sign_in_link")
                    .update();
        }
    }

    @Test
    void metrics_are_for_whoever_shows_the_token() {
        String place = "/actuator/prometheus";
        assertThat(new WebClient(port).get(place).status()).isEqualTo(403);
        for (String same :
                new String[] {"/actuator/%70rometheus", "/%61ctuator/prometheus", place + "?x", place + "/"}) {
            assertThat(new WebClient(port).get(same).status()).as(same).isIn(403, 404);
        }
        assertThat(new WebClient(port)
                        .with("Authorization", "Bearer wrong")
                        .get(place)
                        .status())
                .isEqualTo(403);
        assertThat(new WebClient(port)
                        .with("Authorization", "a-token-of-the-operator")
                        .get(place)
                        .status())
                .isEqualTo(403);
        WebClient.Response metrics = new WebClient(port)
                .with("Accept", "*/*")
                .with("Authorization", "Bearer a-token-of-the-operator")
                .get(place);
        assertThat(metrics.status()).isEqualTo(200);
        for (String ours : List.of(
                "tsukasa_audit_waiting",
                "tsukasa_mail_letters",
                "tsukasa_files_quarantined",
                "tsukasa_closings_waiting",
                "hikaricp_connections",
                "http_server_requests_seconds")) {
            assertThat(metrics.body()).contains(ours);
        }
        assertThat(new WebClient(port).get("/actuator/env").status()).isEqualTo(404);
    }
}
