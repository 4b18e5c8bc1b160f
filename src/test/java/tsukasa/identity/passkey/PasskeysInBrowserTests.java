package tsukasa.identity.passkey;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import tsukasa.identity.People;
import tsukasa.identity.ReturnPath;
import tsukasa.identity.Role;
import tsukasa.identity.SignInLinks;
import tsukasa.kernel.Language;
import tsukasa.mail.EmailAddress;
import tsukasa.mail.Outbox;
import tsukasa.testing.Chromium;
import tsukasa.testing.Visit;

/// Plays it in a real browser, with the authenticator that Chromium simulates.
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@TestPropertySource(properties = {"tsukasa.second-factor=required", "tsukasa.trusted-proxies=127.0.0.2/32"})
class PasskeysInBrowserTests {
    private static final EmailAddress CLERK = EmailAddress.of("clerk-in-browser@example.jp");
    private final People people;
    private final SignInLinks links;
    private final Outbox outbox;
    private final String base;

    @Autowired
    PasskeysInBrowserTests(People people, SignInLinks links, Outbox outbox, @LocalServerPort int port) {
        this.people = people;
        this.links = links;
        this.outbox = outbox;
        this.base = "http://localhost:" + port;
    }

    @Test
    void mail_link_then_passkey_then_staff_page_and_a_copy_is_locked() {
        people.give(people.ensure(CLERK, "窓口 記子", Language.JA).id(), Role.STAFF);
        String link = links.make(CLERK, new ReturnPath("/staff")).getPath();
        try (Visit visit = Chromium.openApart(base + link, 1280)) {
            Page page = visit.page();
            CDPSession devices = page.context().newCDPSession(page);
            String authenticator = plugIn(devices);
            page.click("button:has-text('サインインする')");
            assertThat(page.url()).contains("/sign-in/second");
            visit.assertGood().picture("enrolment");
            page.click("text=パスキーを追加する");
            visit.assertGood().picture("new-passkey");
            page.click("button:has-text('パスキーを作る')");
            page.waitForURL(base + "/me/passkeys");
            visit.assertGood().picture("passkeys");

            signOut(page);
            // The browser offers the passkey by itself where the address would be typed.
            page.navigate(base + "/sign-in?return=%2Fstaff");
            page.waitForURL(base + "/staff");
            assertThat(page.textContent("h1")).contains("職員");
            visit.assertGood();

            signOut(page);
            page.addInitScript("PublicKeyCredential.isConditionalMediationAvailable = undefined");
            JsonObject copied = credential(devices, authenticator);
            page.navigate(base + "/sign-in?return=%2Fstaff");
            page.click("button:has-text('パスキーでサインインする')");
            page.waitForURL(base + "/staff");
            assertThat(page.textContent("h1")).contains("職員");
            signOut(page);
            putBack(devices, authenticator, copied);
            page.navigate(base + "/sign-in?return=%2Fstaff");
            page.click("button:has-text('パスキーでサインインする')");
            page.waitForSelector("text=複製された疑いがある");
            assertTold("複製された疑い");
        }
    }

    private void assertTold(String words) {
        assertThat(outbox.list(new Outbox.Wanted(CLERK.value(), Optional.empty(), 1))
                        .letters())
                .anySatisfy(letter -> assertThat(String.valueOf(
                                outbox.find(letter.id()).orElseThrow().body()))
                        .contains(words));
    }

    /// As a built-in authenticator with a fingerprint that fits.
    private static String plugIn(CDPSession devices) {
        devices.send("WebAuthn.enable");
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        JsonObject arguments = new JsonObject();
        arguments.add("options", options);
        return devices.send("WebAuthn.addVirtualAuthenticator", arguments)
                .get("authenticatorId")
                .getAsString();
    }

    private static JsonObject credential(CDPSession devices, String authenticator) {
        JsonObject arguments = new JsonObject();
        arguments.addProperty("authenticatorId", authenticator);
        return devices.send("WebAuthn.getCredentials", arguments)
                .getAsJsonArray("credentials")
                .get(0)
                .getAsJsonObject();
    }

    /// The same key with the count it had before: what a copy of the authenticator would send.
    private static void putBack(CDPSession devices, String authenticator, JsonObject copied) {
        JsonObject clear = new JsonObject();
        clear.addProperty("authenticatorId", authenticator);
        devices.send("WebAuthn.clearCredentials", clear);
        JsonObject arguments = new JsonObject();
        arguments.addProperty("authenticatorId", authenticator);
        arguments.add("credential", copied);
        devices.send("WebAuthn.addCredential", arguments);
    }

    private void signOut(Page page) {
        page.navigate(base + "/about");
        page.click("button:has-text('サインアウト')");
    }

    @Test
    void without_script_the_sign_in_page_says_that_passkeys_need_it_and_mail_links_stay() {
        try (Visit visit = Chromium.openWithoutScript(base + "/sign-in?lang=ja", 390)) {
            assertThat(visit.page().isVisible("text=パスキーを使えません")).isTrue();
            assertThat(visit.page().isVisible("button:has-text('パスキーでサインインする')"))
                    .isFalse();
            assertThat(visit.page().isVisible("button:has-text('リンクを送る')")).isTrue();
            visit.assertFits();
        }
        try (Visit visit = Chromium.open(base + "/sign-in?lang=en", 390, Map.of())) {
            visit.assertGood();
        }
    }
}
