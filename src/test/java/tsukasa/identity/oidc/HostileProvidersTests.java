package tsukasa.identity.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tsukasa.testing.Enrolled;
import tsukasa.testing.IdentityProvider;
import tsukasa.testing.IdentityProvider.Hostile;
import tsukasa.testing.WebClient;

/// A stolen, replayed, foreign or forged answer lets nobody in, is answered with a page, and leaves an entry.
@ExtendWith(OutputCaptureExtension.class)
class HostileProvidersTests extends ThreeProviders {
    private static final String NUMBER = "7123456789012";

    private void refused(WebClient browser, WebClient.Response back, int status, String why) {
        assertThat(back.status()).as(why).isEqualTo(status);
        assertThat(back.body()).contains("サインイン").doesNotContain("Exception");
        assertThat(browser.get("/me").status())
                .as(why + ": nobody is signed in")
                .isEqualTo(303);
        assertThat(lastRefusal().facts()).containsEntry("why", why);
    }

    @ParameterizedTest
    @CsvSource({
        "UNSIGNED, 403, bad-signature",
        "SIGNED_WITH_PUBLIC_KEY_AS_SECRET, 403, bad-signature",
        "SIGNED_BY_SOMEBODY_ELSE, 403, bad-signature",
        "OTHER_SUBJECT_IN_USERINFO, 403, other-subject",
        "NO_ID_TOKEN, 403, no-token",
        "BROKEN, 503, provider-away",
        "SILENT, 503, provider-away"
    })
    void a_provider_that_misbehaves_lets_nobody_in(Hostile how, int status, String why) {
        GBIZ.is(prime("victim", NUMBER)).turns(how);
        WebClient browser = browser();
        refused(browser, through(browser, "gbiz", GBIZ), status, why);
    }

    @Test
    void a_token_for_others_or_of_another_time_lets_nobody_in() {
        Instant now = Instant.now();
        Map<String, UnaryOperator<JWTClaimsSet.Builder>> wrong = Map.ofEntries(
                Map.entry("wrong-nonce", token -> token.claim("nonce", "another")),
                Map.entry("wrong-nonce ", token -> token.claim("nonce", null)),
                Map.entry("wrong-audience", token -> token.audience("another-client")),
                Map.entry("wrong-audience ", token -> token.audience(List.of(IdentityProvider.CLIENT, "another"))),
                Map.entry("wrong-audience  ", token -> token.claim("azp", "another")),
                Map.entry("wrong-issuer", token -> token.issuer("https://evil.example")),
                Map.entry("expired", token -> token.expirationTime(Date.from(now.minusSeconds(120)))),
                Map.entry("expired ", token -> token.expirationTime(null)),
                Map.entry("expired  ", token -> token.issueTime(Date.from(now.plusSeconds(600)))),
                Map.entry("expired   ", token -> token.issueTime(Date.from(now.minusSeconds(86_400)))),
                Map.entry("no-subject", token -> token.subject(null)));
        wrong.forEach((why, how) -> {
            GBIZ.is(prime("victim", NUMBER)).twists(how);
            WebClient browser = browser();
            refused(browser, through(browser, "gbiz", GBIZ), 403, why.strip());
        });
    }

    @Test
    void keys_may_change_at_any_time_and_the_old_ones_are_worth_nothing_then() {
        GBIZ.is(prime("rotating", NUMBER));
        through(browser(), "gbiz", GBIZ);
        GBIZ.rotate();
        WebClient browser = browser();
        assertThat(through(browser, "gbiz", GBIZ).status()).isEqualTo(303);
        assertThat(browser.get("/me").status()).isEqualTo(200);
        GBIZ.turns(Hostile.SIGNED_BY_SOMEBODY_ELSE);
        WebClient other = browser();
        refused(other, through(other, "gbiz", GBIZ), 403, "bad-signature");
    }

    @Test
    void an_answer_works_once_in_the_browser_that_asked_and_from_the_provider_that_was_asked() {
        GBIZ.is(prime("once", NUMBER));
        WebClient browser = browser();
        URI answer = GBIZ.agree(begin(browser, "/sign-in/with/gbiz"));
        WebClient foreign = browser();
        refused(foreign, comeBack(foreign, answer), 410, "not-ours");
        WebClient another = browser();
        begin(another, "/sign-in/with/gbiz");
        refused(another, comeBack(another, answer), 410, "not-ours");
        WebClient mixed = browser();
        URI forGbiz = GBIZ.agree(begin(mixed, "/sign-in/with/gbiz"));
        refused(mixed, mixed.get("/sign-in/with/card/callback?" + forGbiz.getRawQuery()), 410, "not-ours");

        assertThat(comeBack(browser, answer).status()).isEqualTo(303);
        assertThat(comeBack(browser, answer).status()).as("replayed").isEqualTo(410);
        assertThat(lastRefusal().facts()).containsEntry("why", "not-ours");
    }

    @Test
    void a_code_that_was_used_before_is_refused_by_the_provider_and_so_by_us() {
        GBIZ.is(prime("stolen-code", NUMBER));
        WebClient victim = browser();
        URI answer = GBIZ.agree(begin(victim, "/sign-in/with/gbiz"));
        comeBack(victim, answer);
        String code = answer.getRawQuery().replaceAll(".*code=([^&]+).*", "$1");
        WebClient thief = browser();
        String state = begin(thief, "/sign-in/with/gbiz").replaceAll(".*[?&]state=([^&]+).*", "$1");
        refused(thief, thief.get("/sign-in/with/gbiz/callback?code=" + code + "&state=" + state), 403, "code-refused");
        // A code not used yet, in a visit it was not made for: the verifier does not fit.
        URI unused = GBIZ.agree(begin(browser(), "/sign-in/with/gbiz"));
        String fresh = unused.getRawQuery().replaceAll(".*code=([^&]+).*", "$1");
        String own = begin(thief, "/sign-in/with/gbiz").replaceAll(".*[?&]state=([^&]+).*", "$1");
        refused(thief, thief.get("/sign-in/with/gbiz/callback?code=" + fresh + "&state=" + own), 403, "code-refused");
    }

    @Test
    void who_cancels_there_is_told_so_here() {
        WebClient browser = browser();
        URI back = GBIZ.refuse(begin(browser, "/sign-in/with/gbiz"), "access_denied");
        WebClient.Response answer = comeBack(browser, back);
        refused(browser, answer, 403, "cancelled");
        assertThat(answer.body()).contains("GビズIDでのサインインが取り消されました");
        WebClient other = browser();
        refused(
                other,
                comeBack(other, GBIZ.refuse(begin(other, "/sign-in/with/gbiz"), "server_error")),
                503,
                "provider-away");
        WebClient third = browser();
        refused(
                third,
                comeBack(third, GBIZ.refuse(begin(third, "/sign-in/with/gbiz"), "invalid_scope")),
                403,
                "provider-refused");
    }

    @Test
    void a_token_in_the_address_never_works_and_is_never_written_down(CapturedOutput output) {
        GBIZ.is(prime("in-address", NUMBER));
        WebClient browser = browser();
        URI answer = GBIZ.agree(begin(browser, "/sign-in/with/gbiz"));
        String query = answer.getRawQuery() + "&id_token=eyJhbGciOiJub25lIn0.c2VjcmV0LXRva2Vu.";
        refused(browser, browser.get("/sign-in/with/gbiz/callback?" + query), 400, "token-in-address");
        WebClient second = browser();
        String again = GBIZ.agree(begin(second, "/sign-in/with/gbiz")).getRawQuery();
        assertThat(second.get("/sign-in/with/gbiz/callback?" + again + "&access_token=c2VjcmV0LXRva2Vu")
                        .status())
                .isEqualTo(400);
        assertThat(second.get("/me").status()).isEqualTo(303);
        WebClient third = browser();
        GBIZ.turns(Hostile.BROKEN);
        URI failing = GBIZ.agree(begin(third, "/sign-in/with/gbiz"));
        refused(third, comeBack(third, failing), 503, "provider-away");
        String code = failing.getRawQuery().replaceAll(".*code=([^&]+).*", "$1");
        assertThat(output.getAll()).doesNotContain("c2VjcmV0LXRva2Vu", code, IdentityProvider.SECRET);
        assertThat(lastRefusal().facts().toString()).doesNotContain(code);
    }

    @Test
    void another_site_cannot_make_somebody_link_its_account() {
        GBIZ.is(prime("attacker", NUMBER));
        WebClient victim = browser();
        Enrolled.byLink(victim, links, "linking-victim@example.jp");
        WebClient attacker = browser();
        Enrolled.byLink(attacker, links, "linking-attacker@example.jp");
        URI answer = GBIZ.agree(begin(attacker, "/me/accounts/link/gbiz"));
        assertThat(comeBack(victim, answer).status()).isEqualTo(410);
        // Even what the victim's own browser was led through waits for a click.
        assertThat(comeBack(victim, GBIZ.agree(begin(victim, "/me/accounts/link/gbiz")))
                        .location())
                .isEqualTo("/me/accounts/waiting");
        assertThat(victim.postPlain("/me/accounts/waiting", Map.of()).status()).isEqualTo(403);
        assertThat(victim.get("/me/accounts?lang=ja").body()).contains("結び付けた外部アカウントはありません");
        // And what was begun in one session is for nobody else.
        Enrolled.byLink(victim, links, "somebody-new@example.jp");
        assertThat(victim.get("/me/accounts/waiting").status()).isEqualTo(410);
    }

    @Test
    void trying_without_end_is_stopped() {
        WebClient browser = new WebClient(port, "127.0.2.9");
        for (int i = 0; i < Journeys.PER_NETWORK; i++) {
            assertThat(browser.get("/sign-in/with/gbiz/callback?state=x").status())
                    .isEqualTo(410);
        }
        WebClient.Response one = browser.get("/sign-in/with/gbiz/callback?state=x");
        assertThat(one.status()).isEqualTo(429);
        assertThat(one.header("Retry-After")).isPresent();
    }

    @Test
    void a_provider_that_cannot_be_reached_says_so_before_anybody_leaves() {
        WebClient stranded = browser();
        WebClient.Response away = stranded.get("/sign-in/with/away?lang=ja");
        refused(stranded, away, 503, "provider-away");
        assertThat(away.body()).contains("休止中のアカウントから応答がない", "メールのリンクでサインインしてください");
        assertThat(browser().get("/sign-in/with/nobody").status()).isEqualTo(404);
        assertThat(browser().get("/sign-in/with/nobody/callback?code=1&state=2").status())
                .isEqualTo(404);
        assertThat(browser().get("/sign-in/first").status()).isEqualTo(410);
    }
}
