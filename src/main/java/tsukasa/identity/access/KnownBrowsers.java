package tsukasa.identity.access;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tsukasa.identity.BrowserName;
import tsukasa.identity.Secret;
import tsukasa.identity.SecurityEvent.Kind;
import tsukasa.identity.SecurityTrail;

/// Tells a person when somebody signs in as them with a browser they have not used before. A cookie recognises a
/// browser; it proves nothing and opens nothing.
@Component
class KnownBrowsers {
    private static final String COOKIE = "browser";
    private static final Duration KEPT = Duration.ofDays(400);
    private final BrowserStore browsers;
    private final SecurityTrail trail;
    private final Clock clock;

    KnownBrowsers(BrowserStore browsers, SecurityTrail trail, Clock clock) {
        this.browsers = browsers;
        this.trail = trail;
        this.clock = clock;
    }

    /// The very first one is news to nobody.
    @Transactional
    public void signedIn(UUID person, String agent, HttpServletRequest request, HttpServletResponse response) {
        Secret known = cookie(request).orElseGet(Secret::fresh);
        boolean first = !browsers.anyOf(person);
        boolean unknown = browsers.seen(person, known.hash(), clock.instant());
        trail.note(
                person,
                unknown && !first ? Kind.NEW_DEVICE : Kind.SIGNED_IN,
                new BrowserName(agent).words().ja());
        response.addHeader("Set-Cookie", written(known, request.isSecure()));
    }

    private static Optional<Secret> cookie(HttpServletRequest request) {
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .findFirst()
                .flatMap(Secret::parse);
    }

    private static String written(Secret secret, boolean secure) {
        return ResponseCookie.from(COOKIE, secret.text())
                .path("/")
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .maxAge(KEPT)
                .build()
                .toString();
    }
}
