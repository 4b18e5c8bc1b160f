package tsukasa.identity.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tsukasa.audit.AuditReader;
import tsukasa.audit.AuditReader.Wanted;
import tsukasa.audit.Deed;
import tsukasa.audit.Entry;
import tsukasa.identity.Organisations;
import tsukasa.identity.People;
import tsukasa.identity.SignInLinks;
import tsukasa.testing.IdentityProvider;
import tsukasa.testing.WebClient;

/// The running platform, with one provider of each kind.
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
abstract class ThreeProviders {
    static final IdentityProvider GBIZ = new IdentityProvider("/oauth/");
    static final IdentityProvider CARD = new IdentityProvider("/api/realms/main");
    static final IdentityProvider STAFF = new IdentityProvider("/staff");

    @Autowired
    People people;

    @Autowired
    Organisations organisations;

    @Autowired
    SignInLinks links;

    @Autowired
    AuditReader audit;

    @LocalServerPort
    int port;

    private static int networks = 1;

    @DynamicPropertySource
    static void providers(DynamicPropertyRegistry settings) {
        settings.add("tsukasa.second-factor", () -> "required");
        add(settings, "gbiz", "gbiz-id", GBIZ);
        add(settings, "card", "digital-auth-app", CARD);
        settings.add("tsukasa.oidc.card.keep", () -> "name,birthdate");
        settings.add("tsukasa.oidc.card.token-auth", () -> "private-key-jwt");
        settings.add("tsukasa.oidc.card.private-key", ThreeProviders::keyFile);
        add(settings, "directory", "staff", STAFF);
        add(settings, "away", "staff", STAFF);
        settings.add("tsukasa.oidc.away.issuer", () -> "http://localhost:1/nobody-listens");
        settings.add("tsukasa.oidc.away.title.ja", () -> "休止中のアカウント");
        settings.add("tsukasa.oidc.away.title.en", () -> "Account that is away");
        settings.add("tsukasa.oidc.directory.groups-claim", () -> "groups");
        settings.add("tsukasa.oidc.directory.roles.tsukasa-clerks", () -> "STAFF");
        settings.add("tsukasa.oidc.directory.roles.tsukasa-planners", () -> "PLANNER,STAFF");
        settings.add("tsukasa.oidc.directory.two-proofs", () -> "mfa");
    }

    /// As デジタル認証アプリ wants it: clients have a key of their own.
    private static String keyFile() {
        try {
            RSAKey key = new RSAKeyGenerator(2048).keyID("ours").generate();
            CARD.wantsKey(key.toPublicJWK());
            return Files.writeString(Files.createTempFile("client", ".jwk"), key.toJSONString())
                    .toString();
        } catch (JOSEException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void add(DynamicPropertyRegistry settings, String name, String kind, IdentityProvider provider) {
        String prefix = "tsukasa.oidc." + name + ".";
        settings.add(prefix + "kind", () -> kind);
        settings.add(prefix + "issuer", provider::issuer);
        settings.add(prefix + "client-id", () -> IdentityProvider.CLIENT);
        settings.add(prefix + "client-secret", () -> IdentityProvider.SECRET);
        settings.add(prefix + "timeout", () -> "1s");
    }

    /// Each visitor comes from a network of its own, so that no test uses up another's tries.
    WebClient browser() {
        return new WebClient(port, "127.0.1." + (networks++ % 250 + 1));
    }

    /// Goes to the provider, agrees there, and comes back.
    WebClient.Response through(WebClient browser, String name, IdentityProvider provider) {
        return comeBack(browser, provider.agree(begin(browser, "/sign-in/with/" + name)));
    }

    static String begin(WebClient browser, String path) {
        return browser.get(path).location();
    }

    static WebClient.Response comeBack(WebClient browser, URI address) {
        return browser.get(address.getRawPath() + "?" + address.getRawQuery());
    }

    Entry lastRefusal() {
        return audit.search(new Wanted("", "oidc.refused", "", Deed.Kind.REFUSED, null, null), 1, 1)
                .entries()
                .getFirst();
    }

    static Map<String, Object> prime(String subject, String number) {
        return Map.ofEntries(
                Map.entry("sub", subject),
                Map.entry("account_type", "2"),
                Map.entry("corp_type", "1"),
                Map.entry("corporate_number", number),
                Map.entry("name", "株式会社みなと電機"),
                Map.entry("prefecture_name", "神奈川県"),
                Map.entry("address1", "横浜市中区"),
                Map.entry("address2", "本町1-1"),
                Map.entry("user_last_nm", "港"),
                Map.entry("user_first_nm", "一郎"),
                Map.entry("email", subject + "@gbiz.example.jp"),
                Map.entry("email_verified", true));
    }
}
