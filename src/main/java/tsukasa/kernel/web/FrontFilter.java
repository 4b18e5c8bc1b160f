package tsukasa.kernel.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;
import tsukasa.kernel.RequestId;
import tsukasa.kernel.kept.Offer;
import tsukasa.kernel.web.FrontShelf.Header;
import tsukasa.kernel.web.FrontShelf.Place;
import tsukasa.kernel.web.FrontShelf.Ready;

/// Puts what endpoints offer on the shelf, with every header that the answer got on its way out, so that the next
/// answer to the same address is the same to the letter.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
class FrontFilter extends OncePerRequestFilter {
    private static final Set<String> OF_EACH_ANSWER = Set.of(
            RequestId.HEADER.toLowerCase(Locale.ROOT),
            "date",
            "content-length",
            "content-type",
            "transfer-encoding",
            "connection",
            "keep-alive");
    private final FrontShelf shelf;

    FrontFilter(FrontShelf shelf) {
        this.shelf = shelf;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        Offer.of(request).filter(_ -> whole(request, response)).ifPresent(offer -> keep(offer, request, response));
    }

    /// Somebody's own answer, a part of one and one that says nothing new are not for others.
    private static boolean whole(HttpServletRequest request, HttpServletResponse response) {
        return request.getMethod().equals("GET")
                && response.getStatus() == HttpServletResponse.SC_OK
                && response.getContentType() != null
                && "gzip".equals(response.getHeader(HttpHeaders.CONTENT_ENCODING))
                && response.getHeader(HttpHeaders.SET_COOKIE) == null
                && request.getHeader(HttpHeaders.AUTHORIZATION) == null
                && !request.isAsyncStarted();
    }

    private void keep(Offer offer, HttpServletRequest request, HttpServletResponse response) {
        List<Header> headers = new ArrayList<>();
        for (String name : response.getHeaderNames()) {
            if (!OF_EACH_ANSWER.contains(name.toLowerCase(Locale.ROOT))) {
                response.getHeaders(name).forEach(value -> headers.add(new Header(name, value)));
            }
        }
        shelf.put(
                place(request),
                new Ready(
                        Ready.bytes(offer.packed()),
                        response.getContentType(),
                        Objects.requireNonNullElse(response.getHeader(HttpHeaders.ETAG), ""),
                        headers,
                        String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)),
                        offer.still()));
    }

    private static Place place(HttpServletRequest request) {
        String question = request.getQueryString();
        return new Place(
                request.getScheme(),
                question == null ? request.getRequestURI() : request.getRequestURI() + "?" + question);
    }
}
