package tsukasa.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import tsukasa.identity.People;
import tsukasa.identity.Person;
import tsukasa.identity.ReturnPath;
import tsukasa.identity.Role;
import tsukasa.identity.RoleChange;
import tsukasa.identity.Secret;
import tsukasa.identity.SignInLinks;
import tsukasa.kernel.Language;
import tsukasa.mail.EmailAddress;
import tsukasa.mail.Outbox;
import tsukasa.mail.OutgoingMail;
import tsukasa.testing.WebClient;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@TestPropertySource(properties = "tsukasa.trusted-proxies=127.0.0.2/32")
class SignInTests {
    private static final Pattern LINK = Pattern.compile("/sign-in/link/([A-Za-z0-9_-]{43})");
    private final Outbox outbox;
    private final People people;
    private final SignInLinks links;
    private final LinkStore store;
    private final Clock clock;
    private final WebClient browser;
    private final int port;

    @Autowired
    SignInTests(
            Outbox outbox, People people, SignInLinks links, LinkStore store, Clock clock, @LocalServerPort int port) {
        this.outbox = outbox;
        this.people = people;
        this.links = links;
        this.store = store;
        this.clock = clock;
        this.port = port;
        this.browser = new WebClient(port);
    }

    @Test
    void a_stranger_signs_in_with_a_link_and_comes_back_to_where_they_wanted_to_go() {
        WebClient.Response wanted = browser.get("/me?lang=ja");
        assertThat(wanted.status()).isEqualTo(303);
        assertThat(wanted.location()).isEqualTo("/sign-in?return=%2Fme%3Flang%3Dja");

        assertThat(browser.get(wanted.location()).status()).isEqualTo(200);
        WebClient.Response sent =
                browser.post("/sign-in", Map.of("email", "Stranger@Example.JP", "return", "/me?lang=ja"));
        assertThat(sent.status()).isEqualTo(303);
        assertThat(sent.location()).isEqualTo("/sign-in/sent");
        assertThat(browser.get("/sign-in/sent").body()).contains("メールをご確認ください");

        String link = linkTo("stranger@example.jp");
        assertThat(browser.get(link).body()).contains("stranger@example.jp").contains("サインインする");
        WebClient.Response in = browser.post(link, Map.of());
        assertThat(in.status()).isEqualTo(303);
        assertThat(in.location()).isEqualTo("/me?lang=ja");
        WebClient.Response me = browser.get("/me");
        assertThat(me.status()).isEqualTo(200);
        assertThat(me.body()).contains("stranger さんとして");
        assertThat(me.header("Cache-Control")).contains("no-store");
    }

    @Test
    void a_mail_scanner_that_opens_the_link_does_not_use_it_up() {
        String link = fresh("scanned@example.jp", "/");
        for (int i = 0; i < 3; i++) {
            assertThat(new WebClient(port).get(link).status()).isEqualTo(200);
        }
        browser.get(link);
        assertThat(browser.post(link, Map.of()).status()).isEqualTo(303);
    }

    @Test
    void a_link_works_once() {
        String link = fresh("once@example.jp", "/");
        browser.get(link);
        assertThat(browser.post(link, Map.of()).status()).isEqualTo(303);
        WebClient other = new WebClient(port);
        other.get("/sign-in");
        WebClient.Response again = other.post(link, Map.of());
        assertThat(again.status()).isEqualTo(410);
        assertThat(again.body()).contains("新しいリンクを受け取ってください");
        assertThat(other.get(link).status()).isEqualTo(410);
        assertThat(other.get("/me").status()).isEqualTo(303);
    }

    @Test
    void of_two_clicks_at_the_same_moment_one_succeeds() throws Exception {
        for (int round = 0; round < 5; round++) {
            String link = fresh("two" + round + "@example.jp", "/");
            Callable<Integer> click = () -> {
                WebClient one = new WebClient(port);
                one.get("/sign-in");
                return one.post(link, Map.of()).status();
            };
            try (var hands = Executors.newFixedThreadPool(4)) {
                List<Integer> answers = hands.invokeAll(List.of(click, click, click, click)).stream()
                        .map(answer -> answer.resultNow())
                        .sorted()
                        .toList();
                assertThat(answers.getFirst()).isEqualTo(303);
                assertThat(answers.subList(1, 4)).containsOnly(410);
            }
        }
    }

    @Test
    void a_link_ends_after_thirty_minutes() {
        Secret token = Secret.fresh();
        store.add(
                token.hash(),
                EmailAddress.of("late@example.jp"),
                ReturnPath.HOME,
                clock.instant().minus(Duration.ofMinutes(31)),
                clock.instant().minus(Duration.ofMinutes(1)));
        browser.get("/sign-in");
        assertThat(browser.get("/sign-in/link/" + token.text()).status()).isEqualTo(410);
        assertThat(browser.post("/sign-in/link/" + token.text(), Map.of()).status())
                .isEqualTo(410);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "%00", "' or 1=1", "..%2F..%2Fme"})
    void an_invented_link_is_answered_like_a_used_one(String token) {
        assertThat(browser.get("/sign-in/link/" + token.replace(" ", "%20")).status())
                .isIn(400, 410);
    }

    @Test
    void known_and_unknown_addresses_get_the_same_answer() {
        people.ensure(EmailAddress.of("known@example.jp"), "知人", Language.JA);
        browser.get("/sign-in");
        WebClient.Response known = browser.post("/sign-in", Map.of("email", "known@example.jp"));
        WebClient.Response unknown = browser.post("/sign-in", Map.of("email", "unknown@example.jp"));
        assertThat(known.status()).isEqualTo(unknown.status());
        assertThat(known.location()).isEqualTo(unknown.location());
    }

    @Test
    void an_address_may_ask_for_five_links_in_a_quarter_of_an_hour() {
        browser.get("/sign-in");
        int accepted = 0;
        WebClient.Response answer = browser.post("/sign-in", Map.of("email", "flood@example.jp"));
        while (answer.status() == 303 && accepted < 20) {
            accepted++;
            answer = browser.post("/sign-in", Map.of("email", "FLOOD@example.jp"));
        }
        assertThat(answer.status()).isEqualTo(429);
        assertThat(Integer.parseInt(answer.header("Retry-After").orElse("0"))).isBetween(1, 901);
        assertThat(accepted).isBetween(5, 10);
        assertThat(browser.post("/sign-in", Map.of("email", "other@example.jp")).status())
                .isEqualTo(303);
    }

    @Test
    void a_network_is_counted_by_the_address_our_proxy_saw_and_nobody_else_tells_us() {
        WebClient proxied = new WebClient(port, "127.0.0.2").with("X-Forwarded-For", "6.6.6.6, 198.51.100.7");
        proxied.get("/sign-in");
        int status = 303;
        int asked = 0;
        while (status == 303 && asked < 200) {
            status = proxied.post("/sign-in", Map.of("email", "net" + asked++ + "@example.jp"))
                    .status();
        }
        assertThat(status).isEqualTo(429);
        assertThat(asked).isBetween(61, 122);

        WebClient neighbour = new WebClient(port, "127.0.0.2").with("X-Forwarded-For", "198.51.100.8");
        neighbour.get("/sign-in");
        assertThat(neighbour.post("/sign-in", Map.of("email", "n@example.jp")).status())
                .isEqualTo(303);
        WebClient spoofing = new WebClient(port, "127.0.0.3").with("X-Forwarded-For", "198.51.100.7");
        spoofing.get("/sign-in");
        assertThat(spoofing.post("/sign-in", Map.of("email", "s@example.jp")).status())
                .isEqualTo(303);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example/",
                "/\\evil.example/",
                "\\/evil.example",
                "/\t/evil.example",
                "/\n/evil.example",
                "javascript:alert(1)",
                "evil.example",
                "/ /evil.example",
                ""
            })
    void a_link_never_leads_to_another_site(String goOn) {
        browser.get("/sign-in");
        String email = "redirect" + Math.abs(goOn.hashCode()) + "@example.jp";
        browser.post("/sign-in", Map.of("email", email, "return", goOn));
        String link = linkTo(email);
        browser.get(link);
        assertThat(browser.post(link, Map.of()).location()).isEqualTo("/");
    }

    @Test
    void the_session_gets_a_new_id_when_somebody_signs_in() {
        String link = fresh("fixed@example.jp", "/");
        browser.get("/sign-in");
        browser.post("/sign-out", Map.of());
        String planted = browser.cookies().get("session");
        assertThat(planted).isNotNull();
        browser.get(link);
        browser.post(link, Map.of());
        assertThat(browser.cookies().get("session")).isNotNull().isNotEqualTo(planted);
        WebClient attacker = new WebClient(port);
        attacker.cookies().put("session", planted);
        assertThat(attacker.get("/me").status()).isEqualTo(303);
    }

    @Test
    void a_form_without_its_token_is_refused_on_a_page_that_says_what_to_do() {
        WebClient.Response refused = browser.postPlain("/sign-in", Map.of("email", "forged@example.jp"));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).contains("前の画面に戻って再読み込みし");
        assertThat(outbox.list(new Outbox.Wanted("forged@example.jp", Optional.empty(), 1))
                        .letters())
                .isEmpty();
    }

    @Test
    void wrong_empty_and_huge_addresses_are_answered_beside_the_field() {
        browser.get("/sign-in");
        for (String email : List.of("", "x", "a".repeat(100_000), "a@b.jp\r\nBcc: c@d.jp", "<script>@example.jp")) {
            WebClient.Response answer = browser.post("/sign-in", Map.of("email", email));
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.body()).contains("aria-invalid=\"true\"").doesNotContain("<script>@");
        }
        assertThat(browser.post("/sign-in", Map.of("email", "a".repeat(3_000_000)))
                        .status())
                .isEqualTo(413);
    }

    @Test
    void mails_name_the_configured_address_whatever_host_the_request_claims() {
        WebClient liar = new WebClient(port, "127.0.0.2").with("X-Forwarded-Host", "evil.example");
        liar.get("/sign-in");
        liar.post("/sign-in", Map.of("email", "hosted@example.jp"));
        assertThat(bodyOf("hosted@example.jp"))
                .doesNotContain("evil")
                .contains("http://localhost:" + port + "/sign-in/link/");
    }

    @Test
    void a_role_taken_away_is_gone_with_the_next_request_and_a_closed_account_is_out() {
        Person other = people.ensure(EmailAddress.of("admin2@example.jp"), "管理者二", Language.JA);
        people.give(other.id(), Role.ADMINISTRATOR);
        UUID id = signIn("admin1@example.jp");
        assertThat(browser.get("/staff").status()).isEqualTo(403);
        people.give(id, Role.ADMINISTRATOR);
        assertThat(browser.get("/staff").status()).isEqualTo(200);
        assertThat(people.take(id, Role.ADMINISTRATOR)).isInstanceOf(RoleChange.Changed.class);
        assertThat(browser.get("/staff").status()).isEqualTo(403);
        people.close(id);
        assertThat(browser.get("/me").status()).isEqualTo(303);
        String link = fresh("admin1@example.jp", "/");
        browser.get(link);
        assertThat(browser.post(link, Map.of()).status()).isEqualTo(403);
    }

    @Test
    void signing_out_ends_the_session() {
        signIn("out@example.jp");
        String session = browser.cookies().get("session");
        browser.get("/me");
        assertThat(browser.post("/sign-out", Map.of()).status()).isEqualTo(303);
        WebClient thief = new WebClient(port);
        thief.cookies().put("session", String.valueOf(session));
        assertThat(thief.get("/me").status()).isEqualTo(303);
    }

    @Test
    void one_sees_where_one_is_signed_in_and_ends_it_there() {
        signIn("twice@example.jp");
        WebClient phone = new WebClient(port).with("User-Agent", "Mozilla/5.0 (iPhone; CPU) CriOS/140.0");
        String link = fresh("twice@example.jp", "/");
        phone.get(link);
        phone.post(link, Map.of());
        assertThat(phone.get("/me").status()).isEqualTo(200);

        String page = browser.get("/me").body();
        assertThat(page)
                .contains("iPhone の Chrome")
                .doesNotContain(String.valueOf(phone.cookies().get("session")));
        Matcher end = Pattern.compile("/me/sessions/([0-9a-f]{24})/end").matcher(page);
        assertThat(end.find()).isTrue();
        WebClient stranger = new WebClient(port);
        String strangersLink = fresh("nosy@example.jp", "/");
        stranger.get(strangersLink);
        stranger.post(strangersLink, Map.of());
        stranger.get("/me");
        assertThat(stranger.post(end.group(), Map.of()).status()).isEqualTo(404);
        assertThat(browser.post(end.group(), Map.of()).status()).isEqualTo(303);
        assertThat(phone.get("/me").status()).isEqualTo(303);
        assertThat(browser.get("/me").status()).isEqualTo(200);
    }

    private UUID signIn(String email) {
        String link = fresh(email, "/");
        browser.get(link);
        browser.post(link, Map.of());
        return people.findByEmail(EmailAddress.of(email)).orElseThrow().id();
    }

    private String fresh(String email, String goOn) {
        return links.make(EmailAddress.of(email), new ReturnPath(goOn)).getPath();
    }

    private String linkTo(String email) {
        Matcher link = LINK.matcher(bodyOf(email));
        assertThat(link.find()).isTrue();
        return link.group();
    }

    private String bodyOf(String email) {
        OutgoingMail newest = outbox.list(new Outbox.Wanted(email, Optional.empty(), 1))
                .letters()
                .getFirst();
        return String.valueOf(outbox.find(newest.id()).orElseThrow().body());
    }
}
