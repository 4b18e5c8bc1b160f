package tsukasa.identity.secondstep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
import tsukasa.kernel.Language;
import tsukasa.kernel.MachineClock;
import tsukasa.mail.EmailAddress;
import tsukasa.mail.Outbox;
import tsukasa.testing.Enrolled;
import tsukasa.testing.WebClient;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@TestPropertySource(properties = {"tsukasa.second-factor=required", "tsukasa.trusted-proxies=127.0.0.2/32"})
class SecondProofTests {
    private static int people;
    private final People register;
    private final SignInLinks links;
    private final MeansStore store;
    private final MachineClock outside;
    private final Outbox outbox;
    private final int port;
    private final String email = "codes" + ++people + "@example.jp";
    private WebClient browser;
    private UUID person = UUID.randomUUID();

    @Autowired
    SecondProofTests(
            People register,
            SignInLinks links,
            MeansStore store,
            MachineClock outside,
            Outbox outbox,
            @LocalServerPort int port) {
        this.register = register;
        this.links = links;
        this.store = store;
        this.outside = outside;
        this.outbox = outbox;
        this.port = port;
        this.browser = new WebClient(port);
    }

    @BeforeEach
    void beAnAdministrator() {
        person = register.ensure(EmailAddress.of(email), "管理 者", Language.JA).id();
        register.give(person, Role.ADMINISTRATOR);
        Enrolled.byLink(browser, links, email);
    }

    private String code(int off) {
        long step = OneTimeCodes.step(outside.clock().instant()) + off;
        return OneTimeCodes.code(store.app(person).orElseThrow().secret(), step);
    }

    private void enrol() {
        browser.get("/me/code-app");
        browser.post("/me/code-app", Map.of("code", code(-1)));
    }

    private WebClient second() {
        WebClient later = new WebClient(port);
        Enrolled.byLink(later, links, email);
        later.get("/sign-in/second?return=%2Fstaff");
        return later;
    }

    @Test
    void a_code_app_is_set_up_with_a_picture_or_letters_and_opens_the_staff_pages() {
        assertThat(browser.get("/staff").location()).startsWith("/sign-in/second");
        String page = browser.get("/me/code-app").body();
        assertThat(page)
                .contains("<svg class=\"qr\"")
                .contains(OneTimeCodes.base32(store.app(person).orElseThrow().secret())
                        .substring(0, 4));
        assertThat(browser.post("/me/code-app", Map.of("code", "000000x")).status())
                .isEqualTo(422);
        assertThat(browser.post("/me/code-app", Map.of("code", code(0))).status())
                .isEqualTo(303);
        assertThat(browser.get("/staff").status()).isEqualTo(200);
        assertThat(browser.get("/me/code-app").location()).isEqualTo("/me/second-proof");
    }

    @Test
    void each_code_works_once() {
        enrol();
        WebClient later = second();
        String code = code(0);
        assertThat(later.post("/sign-in/second/code", Map.of("code", code, "return", "/staff"))
                        .location())
                .isEqualTo("/staff");
        assertThat(later.get("/staff").status()).isEqualTo(200);
        WebClient thief = second();
        assertThat(thief.post("/sign-in/second/code", Map.of("code", code)).status())
                .isEqualTo(422);
        assertThat(thief.get("/staff").status()).isEqualTo(303);
    }

    @Test
    void five_wrong_codes_rest_for_a_quarter_of_an_hour_even_for_the_right_one() {
        enrol();
        WebClient guesser = second();
        for (int i = 0; i < 5; i++) {
            assertThat(guesser.post("/sign-in/second/code", Map.of("code", "abc" + i))
                            .status())
                    .isEqualTo(422);
        }
        WebClient.Response resting = guesser.post("/sign-in/second/code", Map.of("code", code(0)));
        assertThat(resting.status()).isEqualTo(429);
        assertThat(Integer.parseInt(resting.header("Retry-After").orElse("0"))).isBetween(800, 901);
        assertThat(outbox.list(new Outbox.Wanted(email, Optional.empty(), 1)).letters())
                .anySatisfy(letter -> assertThat(String.valueOf(
                                outbox.find(letter.id()).orElseThrow().body()))
                        .contains("確認コードが続けて間違えられました"));
    }

    @Test
    void recovery_codes_are_shown_once_work_once_and_are_replaced_by_new_ones() {
        assertThat(browser.get("/me/recovery-codes").status()).isEqualTo(409);
        enrol();
        browser.get("/me/recovery-codes");
        List<String> first = codes(browser.post("/me/recovery-codes", Map.of()).body());
        assertThat(first).hasSize(10);
        assertThat(browser.get("/me/recovery-codes").body()).contains("これまでのコードは使えなくなります");
        WebClient later = second();
        assertThat(later.post("/sign-in/second/recovery-code", Map.of("recovery-code", first.getFirst()))
                        .status())
                .isEqualTo(303);
        assertThat(later.get("/staff").status()).isEqualTo(200);
        WebClient again = second();
        assertThat(again.post("/sign-in/second/recovery-code", Map.of("recovery-code", first.getFirst()))
                        .status())
                .isEqualTo(422);
        browser.get("/me/recovery-codes");
        browser.post("/me/recovery-codes", Map.of());
        assertThat(again.post("/sign-in/second/recovery-code", Map.of("recovery-code", first.get(1)))
                        .status())
                .isEqualTo(422);
    }

    private static List<String> codes(String page) {
        return Pattern.compile("<li class=\"mono\">([^<]+)</li>")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void a_stolen_mail_link_of_staff_changes_no_means() {
        enrol();
        WebClient thief = second();
        for (String path :
                List.of("/me/passkeys/new", "/me/code-app/removal", "/me/recovery-codes", "/me/tokens/new")) {
            assertThat(thief.get(path).location()).as(path).startsWith("/sign-in/second");
        }
        WebClient.Response sent = thief.post("/me/recovery-codes", Map.of());
        assertThat(sent.status()).isEqualTo(303);
        assertThat(sent.location()).startsWith("/sign-in/second?unsent=true");
        assertThat(thief.get(sent.location()).body()).contains("さきほどの操作は、まだ行われていません");
    }

    @Test
    void members_are_not_asked_for_a_second_proof() {
        WebClient member = new WebClient(port);
        Enrolled.byLink(member, links, "member-" + email);
        assertThat(member.get("/me/second-proof").status()).isEqualTo(403);
        assertThat(member.get("/me/passkeys/new").status()).isEqualTo(200);
        assertThat(member.get("/staff").status()).isEqualTo(403);
    }

    @Test
    void one_sees_how_one_signed_in_and_ends_all_other_sessions() {
        enrol();
        WebClient phone = second();
        String page = browser.get("/me").body();
        assertThat(page).contains("メールのリンクと確認コード", "ほかをすべて終わらせる", "最近のできごと", "確認コードのアプリを登録しました");
        assertThat(browser.post("/me/sessions/end-others", Map.of()).status()).isEqualTo(303);
        assertThat(phone.get("/me").status()).isEqualTo(303);
        assertThat(browser.get("/me").status()).isEqualTo(200);
    }

    @Test
    void a_new_browser_is_told_by_mail_and_a_known_one_is_not() {
        long before = newBrowserLetters();
        WebClient phone = second();
        assertThat(newBrowserLetters()).isEqualTo(before + 1);
        Enrolled.byLink(phone, links, email);
        assertThat(newBrowserLetters()).isEqualTo(before + 1);
    }

    private long newBrowserLetters() {
        return outbox.list(new Outbox.Wanted(email, Optional.empty(), 1)).letters().stream()
                .map(letter ->
                        String.valueOf(outbox.find(letter.id()).orElseThrow().body()))
                .filter(body -> body.contains("新しい端末でサインインしました"))
                .count();
    }

    @Test
    void a_forged_referer_leads_nowhere_else() {
        WebClient.Response sent = new WebClient(port).get("/sign-in/second?return=https%3A%2F%2Fevil.example");
        assertThat(sent.status()).isEqualTo(303);
        WebClient odd = browser.with("Referer", "https://evil.example//evil.example/x");
        WebClient.Response refused = odd.post("/staff/people/" + person + "/give", Map.of("role", "STAFF"));
        Matcher goOn = Pattern.compile("return=([^&]*)").matcher(refused.location());
        assertThat(goOn.find()).isTrue();
        assertThat(goOn.group(1)).isEqualTo("%2F");
    }
}
