package tsukasa.identity.oidc;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tsukasa.kernel.StartFailure;
import tsukasa.kernel.Text;

/// A provider of identity whose settings are sound.
record Provider(String name, Kind kind, Text title, List<String> scopes, OidcSettings.One settings) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,40}");
    private static final Set<String> KEEPABLE = Set.of("name", "address", "birthdate", "gender");
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    static Provider of(String name, OidcSettings.One one) {
        Kind kind = one.kind();
        need(NAME.matcher(name).matches(), name, "name", "a–z, 0–9, -");
        if (kind == null) {
            throw missing(name, "kind", "gbiz-id, digital-auth-app, staff");
        }
        need(safe(one.issuer()), name, "issuer", "https://…");
        need(!one.clientId().isBlank(), name, "client-id", "…");
        if (one.tokenAuth() == OidcSettings.TokenAuth.PRIVATE_KEY_JWT) {
            need(one.privateKey() != null && ClientKey.readable(one.privateKey()), name, "private-key", "keys/….jwk");
        } else {
            need(!one.clientSecret().isBlank(), name, "client-secret", "…");
        }
        need(KEEPABLE.containsAll(one.keep()), name, "keep", "name, address, birthdate, gender");
        OidcSettings.Endpoints places = one.endpoints();
        for (String place : List.of(places.authorization(), places.token(), places.userinfo(), places.jwks())) {
            need(place.isEmpty() || safe(place), name, "endpoints", "https://…");
        }
        OidcSettings.Titles said = one.title();
        Text title = Text.of(
                said.ja().isBlank() ? kind.title().ja() : said.ja(),
                said.en().isBlank() ? kind.title().en() : said.en());
        List<String> scopes = one.scopes().isEmpty() ? kind.scopes(one.keep()) : one.scopes();
        need(scopes.contains("openid"), name, "scopes", "openid, …");
        return new Provider(name, kind, title, scopes, one);
    }

    /// Secrets travel to these addresses: encrypted, or not leaving this machine.
    static boolean safe(String address) {
        try {
            URI uri = URI.create(address);
            String host = Optional.ofNullable(uri.getHost()).orElse("");
            return !host.isEmpty()
                    && uri.getRawFragment() == null
                    && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()) && LOOPBACK.contains(host));
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    private static void need(boolean sound, String name, String setting, String example) {
        if (!sound) {
            throw missing(name, setting, example);
        }
    }

    private static StartFailure missing(String name, String setting, String example) {
        String key = "tsukasa.oidc." + name + "." + setting;
        return new StartFailure(
                Text.of("設定 " + key + " がないか、正しくありません。", "The setting " + key + " is missing or wrong."),
                Text.of("次の形で書いてください: " + example, "Write it like this: " + example),
                null);
    }

    String issuer() {
        return settings.issuer();
    }

    String path() {
        return "/sign-in/with/" + name;
    }

    @Override
    public String toString() {
        return name;
    }
}
