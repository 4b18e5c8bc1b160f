package tsukasa.identity.oidc;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.ResponseCookie;
import tsukasa.identity.Secret;

/// What ties a visit to the browser it was begun in. `Lax`, because one comes back from another site.
enum Cookies {
    VISIT("oidc"),
    ARRIVAL("oidc-arrival");

    private final String name;

    Cookies(String name) {
        this.name = name;
    }

    Optional<Secret> read(HttpServletRequest request) {
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .findFirst()
                .flatMap(Secret::parse);
    }

    void write(Secret secret, Duration age, HttpServletRequest request, HttpServletResponse response) {
        write(secret.text(), age, request, response);
    }

    void forget(HttpServletRequest request, HttpServletResponse response) {
        write("", Duration.ZERO, request, response);
    }

    private void write(String value, Duration age, HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(
                "Set-Cookie",
                ResponseCookie.from(name, value)
                        .path("/")
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .maxAge(age)
                        .build()
                        .toString());
    }
}
