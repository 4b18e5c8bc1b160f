package tsukasa.identity.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.web.filter.OncePerRequestFilter;
import tsukasa.identity.Visitor;

/// Makes the visitor the principal of a request. Spring Security would hand out its proof of sign-in, with the visitor
/// within.
final class VisitorFilter extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new OfVisitor(request), response);
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    private static final class OfVisitor extends HttpServletRequestWrapper {
        OfVisitor(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable Principal getUserPrincipal() {
            return super.getUserPrincipal() instanceof Authentication known
                            && known.getPrincipal() instanceof Visitor visitor
                    ? visitor
                    : null;
        }
    }
}
