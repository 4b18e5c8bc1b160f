package tsukasa.myjvn.hnd;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.filter.ServerHttpObservationFilter;
import tsukasa.myjvn.hnd.MyjvnDesk.Answered;

/// Answers what is kept before sessions, permissions and the database are asked: the API is everybody's, and most of
/// its
/// questions were asked a moment ago. Whatever is not kept goes its usual way.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class KeptFilter extends OncePerRequestFilter {
    private static final String PLACE = "/myjvn";
    private final MyjvnDesk desk;

    KeptFilter(MyjvnDesk desk) {
        this.desk = desk;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        return !reads || !request.getRequestURI().equals(PLACE);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Answered> kept = desk.kept(Asked.of(request.getParameterMap()));
        if (kept.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        ServerHttpObservationFilter.findObservationContext(request).ifPresent(seen -> seen.setPathPattern(PLACE));
        Sending.send(kept.get(), request, response);
    }
}
