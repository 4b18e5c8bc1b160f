package tsukasa.identity.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
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
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tsukasa.identity.People;
import tsukasa.identity.Role;
import tsukasa.identity.SecurityEvent;
import tsukasa.identity.SecurityTrail;
import tsukasa.identity.SignInLinks;
import tsukasa.identity.SignInMeans;
import tsukasa.kernel.Language;
import tsukasa.mail.EmailAddress;
import tsukasa.mail.Outbox;
import tsukasa.testing.Enrolled;
import tsukasa.testing.WebClient;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@TestPropertySource(properties = {"tsukasa.second-factor=required", "tsukasa.trusted-proxies=127.0.0.2/32"})
class RecoveryTests {
    private static int people;
    private final int number = ++people;
    private final People register;
    private final SignInLinks links;
    private final SignInMeans means;
    private final SecurityTrail trail;
    private final Outbox outbox;
    private final JdbcClient database;
    private final int port;
    private final String email = "lost" + number + "@example.jp";
    private final WebClient first;
    private final WebClient second;
    private final WebClient owner;
    private UUID person = UUID.randomUUID();

    @Autowired
    RecoveryTests(
            People register,
            SignInLinks links,
            SignInMeans means,
            SecurityTrail trail,
            Outbox outbox,
            JdbcClient database,
            @LocalServerPort int port) {
        this.register = register;
        this.links = links;
        this.means = means;
        this.trail = trail;
        this.outbox = outbox;
        this.database = database;
        this.port = port;
        this.first = new WebClient(port);
        this.second = new WebClient(port);
        this.owner = new WebClient(port);
    }

    @BeforeEach
    void everyoneHasAPasskey() {
        enrol(first, "first-admin" + number + "@example.jp", Role.ADMINISTRATOR);
        enrol(second, "second-admin" + number + "@example.jp", Role.ADMINISTRATOR);
        person = enrol(owner, email, Role.STAFF);
    }

    private UUID enrol(WebClient browser, String address, Role role) {
        UUID id = register.ensure(EmailAddress.of(address), address.substring(0, 8), Language.JA)
                .id();
        register.give(id, role);
        Enrolled.byLink(browser, links, address);
        Enrolled.addPasskey(browser, "http://localhost:" + port);
        return id;
    }

    private String start() {
        first.get("/staff/people/" + person + "/recovery");
        assertThat(first.post("/staff/people/" + person + "/recovery", Map.of("reason", "端末を紛失。窓口で身分証を確認。"))
                        .location())
                .isEqualTo("/staff/recoveries");
        Matcher confirmation = Pattern.compile(
                        "(?s)/staff/people/" + person + "\".*?(/staff/recoveries/[0-9a-f-]{36}/confirmation)")
                .matcher(second.get("/staff/recoveries").body());
        assertThat(confirmation.find()).isTrue();
        return confirmation.group(1);
    }

    private String linkInMail() {
        Matcher link = outbox.list(new Outbox.Wanted(email, Optional.empty(), 1)).letters().stream()
                .map(letter ->
                        String.valueOf(outbox.find(letter.id()).orElseThrow().body()))
                .map(body -> Pattern.compile("/recovery/[A-Za-z0-9_-]{43}").matcher(body))
                .filter(Matcher::find)
                .findFirst()
                .orElseThrow();
        return link.group();
    }

    /// As if the wait were over.
    private void waitForADay() {
        database.sql("update identity.recovery set opens_at = :opens where person = :person and done_at is null")
                .param("opens", java.sql.Timestamp.from(Instant.now().minus(Duration.ofMinutes(1))))
                .param("person", person)
                .update();
    }

    @Test
    void two_administrators_and_a_wait_let_a_person_begin_anew() {
        assertThat(second.post(start(), Map.of()).status()).isEqualTo(303);
        String link = linkInMail();
        WebClient anywhere = new WebClient(port);
        assertThat(anywhere.get(link).body()).contains("待ち時間").doesNotContain("回復して登録し直す");
        assertThat(anywhere.post(link, Map.of()).status()).isEqualTo(403);
        waitForADay();
        assertThat(anywhere.get(link).body()).contains("以前のパスキー、確認コードのアプリ、回復コードはすべて無効");
        assertThat(anywhere.post(link, Map.of()).location()).isEqualTo("/sign-in/second");
        assertThat(means.of(person).none()).isTrue();
        assertThat(owner.get("/me").status()).isEqualTo(303);
        assertThat(anywhere.get("/staff").status()).isEqualTo(303);
        assertThat(anywhere.get("/sign-in/second").body()).contains("2つめの確認手段の登録");
        WebClient again = new WebClient(port);
        again.get("/sign-in");
        assertThat(again.post(link, Map.of()).status()).isEqualTo(410);
        assertThat(trail.latest(person, 20))
                .extracting(SecurityEvent::kind)
                .contains(
                        SecurityEvent.Kind.RECOVERY_STARTED,
                        SecurityEvent.Kind.RECOVERY_CONFIRMED,
                        SecurityEvent.Kind.RECOVERY_DONE);
    }

    @Test
    void nobody_agrees_with_themselves_or_recovers_themselves() {
        String confirmation = start();
        assertThat(first.get("/staff/recoveries").body()).doesNotContain(confirmation);
        assertThat(first.post(confirmation, Map.of()).status()).isEqualTo(403);
        register.give(person, Role.ADMINISTRATOR);
        owner.get("/staff/recoveries");
        assertThat(owner.post(confirmation, Map.of()).status()).isEqualTo(403);
        assertThat(owner.get("/staff/people/" + person + "/recovery").status()).isEqualTo(403);
        assertThatThrownBy(() -> database.sql("""
                                update identity.recovery set confirmed_by = started_by, confirmed_at = now(),
                                       token_hash = sha256('x'), opens_at = now() where person = :person
                                """).param("person", person).update())
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThat(means.of(person).passkeys()).isEqualTo(1);
    }

    @Test
    void the_person_stops_it_during_the_wait() {
        String confirmation = start();
        assertThat(first.post("/staff/people/" + person + "/recovery", Map.of("reason", "もう一度"))
                        .status())
                .isEqualTo(409);
        second.post(confirmation, Map.of());
        String link = linkInMail();
        WebClient anywhere = new WebClient(port);
        anywhere.get(link);
        assertThat(anywhere.post(link + "/stop", Map.of()).status()).isEqualTo(303);
        waitForADay();
        assertThat(anywhere.get(link).status()).isEqualTo(410);
        assertThat(anywhere.post(link, Map.of()).status()).isIn(403, 410);
        assertThat(means.of(person).passkeys()).isEqualTo(1);
        assertThat(owner.get("/staff").status()).isEqualTo(200);
        start();
        owner.get("/me");
        assertThat(owner.post("/me/recovery/stop", Map.of()).location()).isEqualTo("/me");
    }

    @Test
    void an_administrator_whose_proof_is_weak_starts_nothing() {
        WebClient stolen = new WebClient(port);
        Enrolled.byLink(stolen, links, "first-admin" + number + "@example.jp");
        assertThat(stolen.get("/staff/people/" + person + "/recovery").location())
                .startsWith("/sign-in/second");
        assertThat(stolen.post("/staff/people/" + person + "/recovery", Map.of("reason", "x"))
                        .location())
                .startsWith("/sign-in/second?unsent=true");
        assertThat(trail.latest(person, 20))
                .extracting(SecurityEvent::kind)
                .doesNotContain(SecurityEvent.Kind.RECOVERY_STARTED);
    }
}
