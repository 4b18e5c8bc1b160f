package tsukasa.identity.passkey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import tsukasa.identity.People;
import tsukasa.identity.Role;
import tsukasa.identity.SignInLinks;
import tsukasa.mail.EmailAddress;
import tsukasa.mail.Outbox;
import tsukasa.testing.Enrolled;
import tsukasa.testing.SoftAuthenticator;
import tsukasa.testing.WebClient;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@TestPropertySource(properties = {"tsukasa.second-factor=required", "tsukasa.trusted-proxies=127.0.0.2/32"})
class PasskeyTests {
    private static int people;
    private final People register;
    private final SignInLinks links;
    private final Outbox outbox;
    private final PasskeyStore store;
    private final int port;
    private final String origin;
    private final String email = "keys" + ++people + "@example.jp";
    private WebClient browser;

    @Autowired
    PasskeyTests(People register, SignInLinks links, Outbox outbox, PasskeyStore store, @LocalServerPort int port) {
        this.register = register;
        this.links = links;
        this.outbox = outbox;
        this.store = store;
        this.port = port;
        this.origin = "http://localhost:" + port;
        this.browser = new WebClient(port);
    }

    /// Everyone from a network of their own, since networks are counted.
    @BeforeEach
    void comeFromElsewhere() {
        browser = fresh();
    }

    private WebClient fresh() {
        return new WebClient(port, "127.0.0.2").with("X-Forwarded-For", "198.51." + people + ".7");
    }

    private SoftAuthenticator enrolled() {
        Enrolled.byLink(browser, links, email);
        return Enrolled.addPasskey(browser, origin);
    }

    private String question(WebClient who) {
        who.get("/sign-in");
        return Enrolled.challenge(
                who.post("/sign-in/passkey/question", Map.of()).body());
    }

    private WebClient.Response signIn(WebClient who, SoftAuthenticator key) {
        return who.post("/sign-in/passkey", Map.of("credential", key.get(question(who)), "return", "/me"));
    }

    @Test
    void one_adds_a_passkey_and_signs_in_with_nothing_else() {
        SoftAuthenticator key = enrolled();
        assertThat(browser.get("/me/passkeys").body()).contains("試験の鍵", "この端末だけのパスキー", "未使用");
        WebClient other = fresh();
        WebClient.Response in = signIn(other, key.counting(2));
        assertThat(in.status()).isEqualTo(303);
        assertThat(in.location()).isEqualTo("/me");
        assertThat(other.get("/me").body()).contains("パスキー", "強さ2");
        assertThat(other.get("/me/passkeys").body()).doesNotContain("未使用");
    }

    @Test
    void a_session_from_before_signing_in_is_worth_nothing_after_it() {
        SoftAuthenticator key = enrolled();
        WebClient victim = fresh();
        victim.get("/sign-in");
        victim.post("/sign-out", Map.of());
        String planted = String.valueOf(victim.cookies().get("session"));
        signIn(victim, key.counting(2));
        assertThat(victim.cookies().get("session")).isNotEqualTo(planted);
        WebClient attacker = fresh();
        attacker.cookies().put("session", planted);
        assertThat(attacker.get("/me").status()).isEqualTo(303);
    }

    @Test
    void a_passkey_of_another_site_is_refused() {
        SoftAuthenticator key = enrolled().counting(2);
        WebClient.Response phished = signIn(fresh(), key.at("https://tsukasa.evil.example"));
        assertThat(phished.status()).isEqualTo(403);
        assertThat(phished.body()).contains("別のサイトで行われたパスキーの確認は受け付けません");
        WebClient.Response other = signIn(fresh(), key.at(origin).forParty("evil.example"));
        assertThat(other.status()).isEqualTo(403);
        assertThat(signIn(fresh(), key.forParty("localhost")).status()).isEqualTo(303);
    }

    @Test
    void an_answer_is_taken_once_and_only_from_the_browser_that_was_asked() {
        SoftAuthenticator key = enrolled().counting(2);
        WebClient other = fresh();
        String challenge = question(other);
        String answer = key.get(challenge);
        WebClient thief = fresh();
        question(thief);
        assertThat(thief.post("/sign-in/passkey", Map.of("credential", answer)).status())
                .isEqualTo(403);
        assertThat(other.post("/sign-in/passkey", Map.of("credential", answer)).status())
                .isEqualTo(303);
        other.get("/me");
        WebClient.Response again = other.post("/sign-in/passkey", Map.of("credential", answer));
        assertThat(again.status()).isEqualTo(410);
        WebClient replayed = fresh();
        question(replayed);
        WebClient.Response replay = replayed.post(
                "/sign-in/passkey", Map.of("credential", key.counting(3).get(challenge)));
        assertThat(replay.status()).isEqualTo(403);
        assertThat(replay.body()).contains("以前の確認の繰り返しは受け付けません");
    }

    @Test
    void an_authenticator_that_did_not_verify_its_user_is_refused() {
        SoftAuthenticator key = enrolled().counting(2).verifying(false);
        WebClient.Response refused = signIn(fresh(), key);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).contains("ロックを解除する必要があります");
    }

    @Test
    void an_unknown_passkey_and_nonsense_are_refused() {
        WebClient.Response unknown = signIn(browser, new SoftAuthenticator(origin, new byte[32]));
        assertThat(unknown.status()).isEqualTo(403);
        assertThat(unknown.body()).contains("このパスキーは登録されていません");
        for (String nonsense :
                List.of("", "{}", "[]", "null", "{\"id\":1}", "x".repeat(60_000), "{\"rawId\":\"%%%\"}")) {
            question(browser);
            assertThat(browser.post("/sign-in/passkey", Map.of("credential", nonsense))
                            .status())
                    .as(nonsense)
                    .isEqualTo(403);
        }
    }

    @Test
    void a_copied_passkey_is_locked_and_its_owner_told() {
        SoftAuthenticator key = enrolled();
        assertThat(signIn(fresh(), key.counting(7)).status()).isEqualTo(303);
        WebClient.Response copy = signIn(fresh(), key.counting(7));
        assertThat(copy.status()).isEqualTo(403);
        assertThat(copy.body()).contains("複製された疑いがある");
        assertThat(outbox.list(new Outbox.Wanted(email, Optional.empty(), 1)).letters())
                .anySatisfy(letter -> assertThat(String.valueOf(
                                outbox.find(letter.id()).orElseThrow().body()))
                        .contains("複製された疑いのあるパスキーを止めました"));
        assertThat(signIn(fresh(), key.counting(9)).status()).isEqualTo(403);
        assertThat(browser.get("/me/passkeys").body()).contains("停止中（複製の疑い）");
    }

    @Test
    void one_that_never_counts_is_no_copy() {
        SoftAuthenticator key = enrolled();
        var kept = store.of(
                register.findByEmail(EmailAddress.of(email)).orElseThrow().id());
        assertThat(kept).singleElement().extracting(Passkey::signCount).isEqualTo(1L);
        browser.get("/me/passkeys/new");
        String options = browser.post("/me/passkeys/question", Map.of()).body();
        assertThat(options).contains("excludeCredentials").contains("\"userVerification\":\"required\"");
        assertThat(signIn(fresh(), key.counting(0)).status()).isEqualTo(403);
    }

    @Test
    void nobody_sees_renames_or_removes_the_passkey_of_another() {
        enrolled();
        var id = store.of(register.findByEmail(EmailAddress.of(email))
                        .orElseThrow()
                        .id())
                .getFirst()
                .id();
        WebClient nosy = fresh();
        Enrolled.byLink(nosy, links, "nosy-" + email);
        nosy.get("/me");
        assertThat(nosy.get("/me/passkeys/" + id).status()).isEqualTo(404);
        assertThat(nosy.post("/me/passkeys/" + id, Map.of("name", "x")).status())
                .isEqualTo(404);
        assertThat(nosy.post("/me/passkeys/" + id + "/removal", Map.of()).status())
                .isEqualTo(404);
        browser.get("/me/passkeys/" + id);
        assertThat(browser.post("/me/passkeys/" + id, Map.of("name", " ")).status())
                .isEqualTo(422);
        assertThat(browser.post("/me/passkeys/" + id, Map.of("name", "職場の鍵")).status())
                .isEqualTo(303);
        assertThat(browser.get("/me/passkeys").body()).contains("職場の鍵");
        assertThat(browser.get("/me/passkeys/" + id + "/removal").body()).contains("最後のパスキーです");
        assertThat(browser.post("/me/passkeys/" + id + "/removal", Map.of()).status())
                .isEqualTo(303);
        assertThat(browser.get("/me/passkeys").body()).contains("パスキーはまだありません");
    }

    @Test
    void staff_must_set_up_a_second_proof_and_open_their_pages_with_it() {
        var person = register.ensure(EmailAddress.of(email), "職員", tsukasa.kernel.Language.JA);
        register.give(person.id(), Role.STAFF);
        Enrolled.byLink(browser, links, email);
        WebClient.Response staff = browser.get("/staff");
        assertThat(staff.status()).isEqualTo(303);
        assertThat(staff.location()).isEqualTo("/sign-in/second?return=%2Fstaff");
        assertThat(browser.get(staff.location()).body()).contains("2つめの確認手段の登録");
        SoftAuthenticator key = Enrolled.addPasskey(browser, origin);
        assertThat(browser.get("/staff").status()).isEqualTo(200);

        WebClient later = fresh();
        Enrolled.byLink(later, links, email);
        assertThat(later.get("/staff").status()).isEqualTo(303);
        assertThat(later.get("/me/passkeys/new").location()).startsWith("/sign-in/second");
        assertThat(later.get("/sign-in/second?return=%2Fstaff").body()).contains("パスキーを使う");
        String before = String.valueOf(later.cookies().get("session"));
        String challenge = Enrolled.challenge(
                later.post("/sign-in/second/passkey/question", Map.of()).body());
        WebClient.Response proved = later.post(
                "/sign-in/second/passkey", Map.of("credential", key.counting(5).get(challenge), "return", "/staff"));
        assertThat(proved.location()).isEqualTo("/staff");
        assertThat(later.get("/staff").status()).isEqualTo(200);
        assertThat(later.cookies().get("session")).isNotEqualTo(before);
        WebClient thief = fresh();
        thief.cookies().put("session", before);
        assertThat(thief.get("/me").status()).isEqualTo(303);
    }

    @Test
    void a_network_may_try_sixty_answers_in_a_quarter_of_an_hour() {
        int status = 403;
        int tried = 0;
        browser.get("/sign-in");
        while (status != 429 && tried < 200) {
            tried++;
            status =
                    browser.post("/sign-in/passkey", Map.of("credential", "{}")).status();
        }
        assertThat(status).isEqualTo(429);
        assertThat(tried).isBetween(61, 121);
    }
}
