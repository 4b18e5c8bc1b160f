package tsukasa.identity.oidc;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tsukasa.kernel.MachineClock;

/// What we and the provider say to each other behind the browser's back: a code for tokens, a token for particulars.
/// Tokens are used here and kept nowhere.
@Component
class BackChannel {
    private static final Logger LOG = LoggerFactory.getLogger(BackChannel.class);
    private static final JsonMapper JSON = JsonMapper.shared();
    private final Wire wire;
    private final Providers providers;
    private final IdTokens tokens;
    private final MachineClock clock;

    BackChannel(Wire wire, Providers providers, IdTokens tokens, MachineClock clock) {
        this.wire = wire;
        this.providers = providers;
        this.tokens = tokens;
        this.clock = clock;
    }

    Identity identity(Provider provider, String code, Visit visit, URI redirect) {
        Metadata metadata = providers.metadata(provider);
        JsonNode answer = exchange(provider, metadata, code, visit.verifier(), redirect);
        String idToken = text(answer, "id_token");
        String access = text(answer, "access_token");
        if (idToken.isEmpty() || access.isEmpty()) {
            throw Refusal.NO_TOKEN.refused();
        }
        JWTClaimsSet claims =
                tokens.verify(provider, metadata, idToken, visit.nonce(), visit.purpose() == Visit.Purpose.AGAIN);
        String subject = claims.getSubject();
        Claims user = new Claims(userinfo(provider, metadata, access));
        if (!user.text("sub").equals(subject)) {
            throw Refusal.OTHER_SUBJECT.refused();
        }
        return Mappers.identity(provider, subject, new Claims(json(claims)), user);
    }

    private JsonNode exchange(Provider provider, Metadata metadata, String code, String verifier, URI redirect) {
        OidcSettings.One settings = provider.settings();
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", redirect.toString());
        form.put("code_verifier", verifier);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(metadata.token()).header("Content-Type", "application/x-www-form-urlencoded");
        switch (settings.tokenAuth()) {
            case BASIC -> request.header("Authorization", basic(settings));
            case POST -> {
                form.put("client_id", settings.clientId());
                form.put("client_secret", settings.clientSecret());
            }
            case PRIVATE_KEY_JWT -> {
                form.put("client_id", settings.clientId());
                form.put("client_assertion_type", ClientKey.ASSERTION);
                form.put(
                        "client_assertion",
                        ClientKey.assertion(provider, metadata, clock.clock().instant()));
            }
        }
        Wire.Reply reply = wire.send(provider, request.POST(HttpRequest.BodyPublishers.ofString(written(form))));
        JsonNode answer = read(reply.body());
        if (reply.status() != 200) {
            String error = new Claims(answer).text("error");
            LOG.warn("provider {} refused a code: {} {}", provider.name(), reply.status(), known(error));
            throw error.equals("invalid_client") ? Refusal.PROVIDER_AWAY.refused() : Refusal.CODE_REFUSED.refused();
        }
        return answer;
    }

    /// What a provider writes there goes into a log only if it is one of the words of RFC 6749.
    private static String known(String error) {
        return error.matches("[a-z_]{1,40}") ? error : "unreadable";
    }

    private JsonNode userinfo(Provider provider, Metadata metadata, String access) {
        Wire.Reply reply = wire.send(
                provider,
                HttpRequest.newBuilder(metadata.userinfo())
                        .header("Authorization", "Bearer " + access)
                        .GET());
        if (reply.status() != 200) {
            LOG.warn("provider {} refused particulars: {}", provider.name(), reply.status());
            throw Refusal.PROVIDER_REFUSED.refused();
        }
        return reply.type().startsWith("application/jwt")
                ? json(tokens.particulars(provider, metadata, reply.body()))
                : read(reply.body());
    }

    private static JsonNode json(JWTClaimsSet claims) {
        return JSON.readTree(JSON.writeValueAsString(claims.toJSONObject()));
    }

    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException unreadable) {
            throw Refusal.PROVIDER_REFUSED.refused();
        }
    }

    private static String text(JsonNode answer, String name) {
        return answer.path(name).isString() ? answer.path(name).asString() : "";
    }

    /// Both parts are form-encoded before they are joined (RFC 6749 §2.3.1).
    private static String basic(OidcSettings.One settings) {
        String pair = encoded(settings.clientId()) + ":" + encoded(settings.clientSecret());
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    static String written(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
