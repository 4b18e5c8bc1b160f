package tsukasa.identity.oidc;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tsukasa.identity.SignInProviders;
import tsukasa.kernel.MachineClock;

/// The configured providers, and where each answers: by discovery (OpenID Connect Discovery 1.0 §4), once an hour.
@Component
class Providers implements SignInProviders {
    private static final Logger LOG = LoggerFactory.getLogger(Providers.class);
    private static final Duration GOOD_FOR = Duration.ofHours(1);
    private final List<Provider> all;
    private final AccountStore accounts;
    private final Wire wire;
    private final MachineClock clock;
    private final Map<String, Known> found = new ConcurrentHashMap<>();

    private record Known(Metadata metadata, Instant since) {}

    Providers(OidcSettings settings, AccountStore accounts, Wire wire, MachineClock clock) {
        this.all = settings.oidc().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(one -> Provider.of(one.getKey(), one.getValue()))
                .sorted(java.util.Comparator.comparing(Provider::kind))
                .toList();
        this.accounts = accounts;
        this.wire = wire;
        this.clock = clock;
    }

    List<Provider> all() {
        return all;
    }

    Optional<Provider> find(String name) {
        return all.stream().filter(one -> one.name().equals(name)).findFirst();
    }

    @Override
    public List<Choice> choices() {
        return all.stream()
                .map(one -> new Choice(one.path(), one.title(), one.kind().hint()))
                .toList();
    }

    /// Only a directory of staff says when somebody proved who they are, and asks again when it is told to.
    @Override
    public List<Choice> provingAgain(UUID person) {
        if (all.isEmpty()) {
            return List.of();
        }
        List<String> linked =
                accounts.of(person).stream().map(Account::provider).toList();
        return all.stream()
                .filter(one -> one.kind() == Kind.STAFF && linked.contains(one.name()))
                .map(one -> new Choice(
                        one.path() + "/again", one.title(), one.kind().hint()))
                .toList();
    }

    Metadata metadata(Provider provider) {
        Instant now = clock.clock().instant();
        Known known = found.get(provider.name());
        if (known != null && known.since().plus(GOOD_FOR).isAfter(now)) {
            return known.metadata();
        }
        Metadata metadata = explicit(provider).orElseGet(() -> discovered(provider));
        found.put(provider.name(), new Known(metadata, now));
        return metadata;
    }

    private static Optional<Metadata> explicit(Provider provider) {
        OidcSettings.Endpoints said = provider.settings().endpoints();
        return List.of(said.authorization(), said.token(), said.userinfo(), said.jwks())
                        .contains("")
                ? Optional.empty()
                : Optional.of(new Metadata(
                        URI.create(said.authorization()),
                        URI.create(said.token()),
                        URI.create(said.userinfo()),
                        URI.create(said.jwks()),
                        false));
    }

    /// What is set explicitly goes before what the provider says.
    private Metadata discovered(Provider provider) {
        OidcSettings.Endpoints said = provider.settings().endpoints();
        JsonNode document = document(provider);
        return new Metadata(
                place(provider, said.authorization(), document, "authorization_endpoint"),
                place(provider, said.token(), document, "token_endpoint"),
                place(provider, said.userinfo(), document, "userinfo_endpoint"),
                place(provider, said.jwks(), document, "jwks_uri"),
                document.path("authorization_response_iss_parameter_supported").asBoolean(false));
    }

    private JsonNode document(Provider provider) {
        String issuer = provider.issuer();
        String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
        try {
            JsonNode document = JsonMapper.shared()
                    .readTree(wire.get(provider, URI.create(base + "/.well-known/openid-configuration")));
            if (!document.path("issuer").asString("").equals(issuer)) {
                throw unusable(provider, "its discovery document names another issuer");
            }
            return document;
        } catch (IOException | JacksonException unreadable) {
            throw unusable(provider, "its discovery document cannot be read");
        }
    }

    private static URI place(Provider provider, String explicit, JsonNode document, String name) {
        String address = explicit.isEmpty() ? document.path(name).asString("") : explicit;
        if (!Provider.safe(address)) {
            throw unusable(provider, name + " is missing or not https");
        }
        return URI.create(address);
    }

    private static Refusal.Refused unusable(Provider provider, String why) {
        LOG.warn("provider {} cannot be used: {}", provider.name(), why);
        return Refusal.PROVIDER_AWAY.refused();
    }
}
