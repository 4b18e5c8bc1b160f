package tsukasa.identity.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// The short list of endpoints that anyone may use, `GET /plan/{id}` a line.
final class PublicEndpoints {
    private final Set<String> lines;

    private PublicEndpoints(Set<String> lines) {
        this.lines = lines;
    }

    static PublicEndpoints load() {
        try (InputStream in = Objects.requireNonNull(
                PublicEndpoints.class.getResourceAsStream("/tsukasa/identity/public-endpoints.txt"))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new PublicEndpoints(text.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Set<String> lines() {
        return lines;
    }

    /// A `HEAD` is a `GET` without its body.
    boolean contains(String method, String pattern) {
        return lines.contains((method.equals("HEAD") ? "GET" : method) + " " + pattern);
    }
}
