package tsukasa.kernel.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import tsukasa.kernel.Language;
import tsukasa.kernel.Settings;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Notice;
import tsukasa.kernel.page.Viewer;
import tsukasa.kernel.page.Writing;

/// Makes the frame of a page from its request.
@Component
class Frames {
    static final String NOTICE = "tsukasa.notice";
    private final Settings settings;
    private final Clock clock;

    Frames(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    Frame of(HttpServletRequest request, HttpServletResponse response) {
        String query = request.getQueryString();
        return new Frame(
                language(request, response),
                request.getRequestURI(),
                query == null ? "" : query,
                settings.agency().title(),
                LocalDate.ofInstant(clock.instant(), Writing.JAPAN),
                settings.demo(),
                viewer(request),
                takeNotice(request),
                () -> csrf(request));
    }

    private static Optional<Viewer> viewer(HttpServletRequest request) {
        return request.getUserPrincipal() instanceof Authentication known
                        && known.getPrincipal() instanceof Viewer viewer
                ? Optional.of(viewer)
                : Optional.empty();
    }

    /// The frame of a page that says why it could not be the one asked for: it must not fail in turn, so nobody is
    /// looked up.
    Frame bare(HttpServletRequest request, HttpServletResponse response) {
        String query = request.getQueryString();
        return new Frame(
                language(request, response),
                request.getRequestURI(),
                query == null ? "" : query,
                settings.agency().title(),
                LocalDate.ofInstant(clock.instant(), Writing.JAPAN),
                settings.demo(),
                Optional.empty(),
                Optional.empty(),
                () -> "");
    }

    /// `?lang=` wins and is remembered; then the cookie; then what the browser prefers; then Japanese.
    static Language language(HttpServletRequest request, HttpServletResponse response) {
        Optional<Language> asked = asked(request);
        asked.ifPresent(language -> response.addHeader(
                "Set-Cookie",
                ResponseCookie.from("lang", language.tag())
                        .path("/")
                        .maxAge(java.time.Duration.ofDays(365))
                        .sameSite("Lax")
                        .build()
                        .toString()));
        return asked.or(() -> cookie(request)).orElseGet(() -> preferred(request));
    }

    /// Read from the address alone: the body of a request may be unreadable.
    private static Optional<Language> asked(HttpServletRequest request) {
        String query = request.getQueryString();
        return query == null
                ? Optional.empty()
                : Arrays.stream(query.split("&", -1))
                        .filter(pair -> pair.startsWith("lang="))
                        .findFirst()
                        .flatMap(pair -> named(pair.substring("lang=".length())));
    }

    private static Optional<Language> named(@Nullable String tag) {
        return "en".equals(tag)
                ? Optional.of(Language.EN)
                : "ja".equals(tag) ? Optional.of(Language.JA) : Optional.empty();
    }

    private static Optional<Language> cookie(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) {
            return Optional.empty();
        }
        for (Cookie cookie : cookies) {
            if (cookie.getName().equals("lang")) {
                return named(cookie.getValue());
            }
        }
        return Optional.empty();
    }

    private static Language preferred(HttpServletRequest request) {
        boolean english = request.getHeader("Accept-Language") != null
                && request.getLocale().getLanguage().equals(Locale.ENGLISH.getLanguage());
        return english ? Language.EN : Language.JA;
    }

    private static Optional<Notice> takeNotice(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(NOTICE) instanceof Notice notice)) {
            return Optional.empty();
        }
        session.removeAttribute(NOTICE);
        return Optional.of(notice);
    }

    private static String csrf(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token ? token.getToken() : "";
    }
}
