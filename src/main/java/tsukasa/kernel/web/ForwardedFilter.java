package tsukasa.kernel.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import tsukasa.kernel.Settings;

/// Before everything else, so that sessions, cookies and limits see the real client. Who is no proxy of ours is not
/// believed.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ForwardedFilter extends OncePerRequestFilter {
    private final TrustedProxies proxies;

    ForwardedFilter(Settings settings) {
        this.proxies = new TrustedProxies(settings.trustedProxies());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean believed = proxies.trusts(request.getRemoteAddr());
        chain.doFilter(believed ? new ForwardedRequest(request, proxies) : request, response);
    }
}
