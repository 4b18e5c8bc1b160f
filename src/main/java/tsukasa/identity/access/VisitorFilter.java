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
import tsukasa.kernel.database.Acting;
import tsukasa.kernel.database.Walls;

/// Makes the visitor the principal of a request. Spring Security would hand out its proof of sign-in, with the visitor
/// within. As soon as it is known who that is, the database is told as well: until then the request is nobody's.
final class VisitorFilter extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Acting before = Walls.present();
        Walls.enter(Acting.NOBODY);
        try {
            chain.doFilter(new OfVisitor(request), response);
        } finally {
            Walls.enter(before);
        }
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
            if (super.getUserPrincipal() instanceof Authentication known
                    && known.getPrincipal() instanceof Visitor visitor) {
                if (Walls.present().equals(Acting.NOBODY)) {
                    Walls.enter(visitor.acting());
                }
                return visitor;
            }
            return null;
        }
    }
}
