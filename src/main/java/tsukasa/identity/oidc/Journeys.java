package tsukasa.identity.oidc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tsukasa.identity.ReturnPath;
import tsukasa.identity.Secret;
import tsukasa.identity.TryLimits;
import tsukasa.kernel.Problem;
import tsukasa.kernel.PublicAddress;
import tsukasa.kernel.Text;

/// Sends people to a provider, and takes back whom it sent.
@Component
class Journeys {
    static final int PER_NETWORK = 60;
    private static final Duration VALID = Duration.ofMinutes(10);
    private static final int LONGEST_CODE = 2_048;
    private final VisitStore visits;
    private final Providers providers;
    private final TryLimits limits;
    private final PublicAddress address;
    private final Clock clock;

    Journeys(VisitStore visits, Providers providers, TryLimits limits, PublicAddress address, Clock clock) {
        this.visits = visits;
        this.providers = providers;
        this.limits = limits;
        this.address = address;
        this.clock = clock;
    }

    Provider provider(String name) {
        return providers
                .find(name)
                .orElseThrow(() -> Problem.notFound(Text.of("このサインインの方法はありません。", "There is no such way to sign in.")));
    }

    /// The one address the provider may send people back to; never made of a request.
    URI redirect(Provider provider) {
        return address.of(provider.path() + "/callback");
    }

    @Transactional
    public URI begin(
            Provider provider,
            Visit.Purpose purpose,
            @Nullable UUID person,
            ReturnPath goOn,
            HttpServletRequest request,
            HttpServletResponse response) {
        limits.countNetwork("oidc begun", request.getRemoteAddr(), PER_NETWORK).ifPresent(Journeys::refuse);
        Metadata metadata = providers.metadata(provider);
        Visit visit = new Visit(Secret.fresh(), Secret.fresh(), provider.name(), purpose, person, goOn);
        visits.add(visit, clock.instant(), clock.instant().plus(VALID));
        Cookies.VISIT.write(visit.cookie(), VALID, request, response);
        String sign = metadata.authorization().getRawQuery() == null ? "?" : "&";
        return URI.create(metadata.authorization() + sign + BackChannel.written(asked(provider, visit)));
    }

    private Map<String, String> asked(Provider provider, Visit visit) {
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put("response_type", "code");
        asked.put("client_id", provider.settings().clientId());
        asked.put("redirect_uri", redirect(provider).toString());
        asked.put("scope", String.join(" ", provider.scopes()));
        asked.put("state", visit.state().text());
        asked.put("nonce", visit.nonce());
        asked.put("code_challenge", visit.challenge());
        asked.put("code_challenge_method", "S256");
        if (visit.purpose() == Visit.Purpose.AGAIN) {
            asked.put("prompt", "login");
            asked.put("max_age", "0");
        }
        return asked;
    }

    /// Whom this provider sends back, as it was asked, once.
    @Transactional
    public Visit takeBack(Provider provider, HttpServletRequest request, HttpServletResponse response) {
        limits.countNetwork("oidc answers", request.getRemoteAddr(), PER_NETWORK)
                .ifPresent(Journeys::refuse);
        if (request.getParameter("id_token") != null || request.getParameter("access_token") != null) {
            throw Refusal.TOKEN_IN_ADDRESS.refused();
        }
        Optional<Visit> visit = Secret.parse(parameter(request, "state"))
                .flatMap(state -> Cookies.VISIT
                        .read(request)
                        .flatMap(cookie -> visits.take(state, cookie, provider.name(), clock.instant())));
        visit.ifPresent(_ -> Cookies.VISIT.forget(request, response));
        return visit.orElseThrow(Refusal.NOT_OURS::refused);
    }

    /// What it says then: a code, or why not. Where it names itself it must be the one we asked (RFC 9207).
    String code(Provider provider, HttpServletRequest request) {
        String issuer = parameter(request, "iss");
        boolean mustSay = providers.metadata(provider).saysIssuer();
        if (issuer.isEmpty() ? mustSay : !issuer.equals(provider.issuer())) {
            throw Refusal.WRONG_ISSUER.refused();
        }
        switch (parameter(request, "error")) {
            case "" -> {}
            case "access_denied" -> throw Refusal.CANCELLED.refused();
            case "server_error", "temporarily_unavailable" -> throw Refusal.PROVIDER_AWAY.refused();
            default -> throw Refusal.PROVIDER_REFUSED.refused();
        }
        String code = parameter(request, "code");
        if (code.isEmpty() || code.length() > LONGEST_CODE) {
            throw Refusal.PROVIDER_REFUSED.refused();
        }
        return code;
    }

    private static String parameter(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("");
    }

    private static void refuse(Duration wait) {
        throw Problem.tooMany(
                Text.of(
                        "このネットワークから、サインインが短い時間に何度も試されました。",
                        "Signing in was tried too often from this network in a short time."),
                Text.of("15分ほど待つか、メールのリンクでサインインしてください。", "Wait a quarter of an hour, or sign in with a mail link."),
                wait.plusSeconds(1));
    }
}
