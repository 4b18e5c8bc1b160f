package tsukasa.kernel.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Objects;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Text;

/// Gives metrics to whoever shows the operator's token, and to nobody else.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class MetricsFilter extends OncePerRequestFilter {
    private static final String PLACE = "/actuator/prometheus";
    private static final String SCHEME = "Bearer ";
    private final byte[] token;
    private final Problems problems;

    MetricsFilter(@Value("${" + MetricsByToken.TOKEN + ":}") String token, Problems problems) {
        this.token = token.strip().getBytes(StandardCharsets.UTF_8);
        this.problems = problems;
    }

    /// As the container understood the address: `%70rometheus` is the same place.
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String decoded = request.getServletPath() + Objects.requireNonNullElse(request.getPathInfo(), "");
        return !decoded.startsWith(PLACE);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (token.length == 0) {
            problems.answer(ProblemKinds.of(Problem.Kind.NOT_FOUND), request, response);
        } else if (shown(request)) {
            chain.doFilter(request, response);
        } else {
            response.setHeader("WWW-Authenticate", "Bearer realm=\"metrics\"");
            problems.answer(
                    new Problem(
                            Problem.Kind.NOT_ALLOWED,
                            Text.of(
                                    "計測値は、運用者のトークンを示したときだけ見られます。",
                                    "Metrics are for whoever shows the operator's token."),
                            Text.of(
                                    "Authorization: Bearer で tsukasa.metrics-token の値を送ってください。",
                                    "Send the value of tsukasa.metrics-token as Authorization: Bearer.")),
                    request,
                    response);
        }
    }

    /// Takes the same time however much of it is right.
    private boolean shown(HttpServletRequest request) {
        String header = Optional.ofNullable(request.getHeader("Authorization")).orElse("");
        return header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && MessageDigest.isEqual(
                        header.substring(SCHEME.length()).strip().getBytes(StandardCharsets.UTF_8), token);
    }
}
