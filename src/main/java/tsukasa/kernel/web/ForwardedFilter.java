package tsukasa.kernel.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import tsukasa.kernel.LogFields;
import tsukasa.kernel.RequestId;
import tsukasa.kernel.Settings;

/// Before everything else, so that sessions, cookies and limits see the real client. Who is no proxy of ours is not
/// believed. Every line that is logged from here on carries the request's name.
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
        String name = RequestId.begin(request, believed);
        response.setHeader(RequestId.HEADER, name);
        try (MDC.MDCCloseable _ = MDC.putCloseable(LogFields.REQUEST, name)) {
            chain.doFilter(believed ? new ForwardedRequest(request, proxies) : request, response);
        } finally {
            MDC.remove(LogFields.PERSON);
        }
    }
}
