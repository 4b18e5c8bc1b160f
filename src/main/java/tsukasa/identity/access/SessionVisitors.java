package tsukasa.identity.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;
import tsukasa.identity.Admission;
import tsukasa.identity.Visitor;

/// A session holds no more than whose it is; who that is, and with which roles, is read anew at each request that asks.
/// So a role taken away is gone at once, and no class of ours is frozen into stored sessions.
@Component
class SessionVisitors implements SecurityContextRepository, Admission {
    private static final String PERSON = FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME;
    private static final String ORGANISATION = "tsukasa.organisation";
    private static final String DEVICE = "tsukasa.device";
    private static final int LONGEST_DEVICE = 200;
    private final VisitorStore visitors;
    private final CsrfTokenRepository tokens;
    private final SessionDeeds deeds;

    SessionVisitors(VisitorStore visitors, CsrfTokenRepository tokens, SessionDeeds deeds) {
        this.visitors = visitors;
        this.tokens = tokens;
        this.deeds = deeds;
    }

    @Override
    public void admit(UUID person, HttpServletRequest request, HttpServletResponse response) {
        HttpSession before = request.getSession(false);
        if (before != null) {
            before.invalidate();
        }
        deeds.began(
                person, visitors.find(person, null).map(Visitor::displayName).orElse(""));
        HttpSession session = request.getSession(true);
        session.setAttribute(PERSON, person.toString());
        session.setAttribute(DEVICE, device(request));
        tokens.saveToken(null, request, response);
    }

    @Override
    public void dismiss(HttpServletRequest request, HttpServletResponse response) {
        if (request.getUserPrincipal() instanceof Visitor visitor) {
            deeds.ended(visitor);
        }
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
        tokens.saveToken(null, request, response);
    }

    @Override
    public void actFor(UUID organisation, HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            deeds.actsFor(organisation);
            session.setAttribute(ORGANISATION, organisation.toString());
        }
    }

    private static String device(HttpServletRequest request) {
        String agent = Optional.ofNullable(request.getHeader("User-Agent")).orElse("");
        return agent.substring(0, Math.min(LONGEST_DEVICE, agent.length()));
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new AtFirstUse(() -> context(request));
    }

    private SecurityContext context(HttpServletRequest request) {
        return visitor(request)
                .map(visitor -> new SecurityContextImpl(
                        UsernamePasswordAuthenticationToken.authenticated(visitor, null, Set.of())))
                .orElseGet(SecurityContextImpl::new);
    }

    private Optional<Visitor> visitor(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        UUID person = session == null ? null : id(session.getAttribute(PERSON));
        return session == null || person == null
                ? Optional.empty()
                : visitors.find(person, id(session.getAttribute(ORGANISATION)));
    }

    private static @Nullable UUID id(@Nullable Object attribute) {
        return attribute instanceof String text ? UUID.fromString(text) : null;
    }

    @Override
    @SuppressWarnings("deprecation")
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return context(holder.getRequest());
    }

    /// Nothing: a visitor is never taken from a stored context.
    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}

    @Override
    public boolean containsContext(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(PERSON) != null;
    }
}
