package tsukasa.identity.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import tsukasa.testing.WebClient;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@TestPropertySource(properties = "tsukasa.trusted-proxies=127.0.0.2/32")
class HeadersTests {
    @LocalServerPort
    private int port;

    @Test
    void a_plain_page_leaves_no_cookie_and_may_not_be_kept_by_proxies() {
        WebClient.Response home = new WebClient(port).get("/");
        assertThat(home.status()).isEqualTo(200);
        assertThat(home.setCookies()).isEmpty();
        assertThat(home.header("Cache-Control")).contains("private, no-cache");
    }

    @Test
    void a_page_with_a_form_leaves_the_forgery_cookie_and_nothing_else() {
        WebClient.Response form = new WebClient(port).get("/sign-in");
        assertThat(form.setCookies())
                .singleElement()
                .satisfies(cookie -> assertThat(cookie)
                        .startsWith("csrf=")
                        .contains("HttpOnly")
                        .contains("SameSite=Lax")
                        .doesNotContain("Secure"));
    }

    @Test
    void every_answer_carries_the_protecting_headers() {
        for (String path : new String[] {"/", "/sign-in", "/no-such-page", "/me"}) {
            WebClient.Response answer = new WebClient(port).get(path);
            assertThat(answer.header("Content-Security-Policy").orElse(""))
                    .contains("default-src 'self'")
                    .contains("frame-ancestors 'none'");
            assertThat(answer.header("Permissions-Policy").orElse("")).contains("camera=()");
            assertThat(answer.header("Cross-Origin-Opener-Policy")).contains("same-origin");
            assertThat(answer.header("Referrer-Policy")).contains("same-origin");
            assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
            assertThat(answer.header("X-Frame-Options")).contains("DENY");
            assertThat(answer.header("Strict-Transport-Security")).isEmpty();
            assertThat(answer.header("Server")).isEmpty();
        }
    }

    @Test
    void behind_our_proxy_a_secure_request_is_secure() {
        WebClient.Response form = new WebClient(port, "127.0.0.2")
                .with("X-Forwarded-Proto", "https")
                .get("/sign-in");
        assertThat(form.setCookies()).singleElement().asString().contains("Secure");
        assertThat(form.header("Strict-Transport-Security")).contains("max-age=31536000");
    }

    @Test
    void anybody_else_who_claims_to_be_a_proxy_is_not_believed() {
        WebClient.Response form = new WebClient(port)
                .with("X-Forwarded-Proto", "https")
                .with("X-Forwarded-For", "127.0.0.2")
                .with("Forwarded", "for=127.0.0.2;proto=https")
                .get("/sign-in");
        assertThat(form.setCookies()).singleElement().asString().doesNotContain("Secure");
        assertThat(form.header("Strict-Transport-Security")).isEmpty();
    }

    @Test
    void who_has_not_signed_in_is_sent_to_do_so_and_a_machine_is_told() {
        WebClient.Response page = new WebClient(port).get("/staff/people?q=a&page=2");
        assertThat(page.status()).isEqualTo(303);
        assertThat(page.location()).isEqualTo("/sign-in?return=%2Fstaff%2Fpeople%3Fq%3Da%26page%3D2");
        WebClient.Response machine =
                new WebClient(port).with("Accept", "application/json").get("/staff/people");
        assertThat(machine.status()).isEqualTo(401);
        assertThat(machine.header("Content-Type").orElse("")).startsWith("application/problem+json");
    }
}
