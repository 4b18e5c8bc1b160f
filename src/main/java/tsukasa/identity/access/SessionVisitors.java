package tsukasa.identity.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
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
import tsukasa.identity.AccessSettings;
import tsukasa.identity.Admission;
import tsukasa.identity.Mandates;
import tsukasa.identity.Proof;
import tsukasa.identity.Visitor;
import tsukasa.kernel.LogFields;

/// A session holds no more than whose it is and how that was proved; who that is, and with which roles, is read anew at
/// each request that asks. So a role taken away is gone at once, and no class of ours is frozen into stored sessions.
@Component
class SessionVisitors implements SecurityContextRepository, Admission {
    private static final String PERSON = FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME;
    private static final String ORGANISATION = "tsukasa.organisation";
    private static final String DEVICE = "tsukasa.device";
    private static final String PROOF = "tsukasa.proof";
    private static final int LONGEST_DEVICE = 200;
    private final VisitorStore visitors;
    private final Mandates mandates;
    private final CsrfTokenRepository tokens;
    private final KnownBrowsers browsers;
    private final SessionDeeds deeds;
    private final AccessSettings settings;
    private final Clock clock;

    SessionVisitors(
            VisitorStore visitors,
            Mandates mandates,
            CsrfTokenRepository tokens,
            KnownBrowsers browsers,
            SessionDeeds deeds,
            AccessSettings settings,
            Clock clock) {
        this.visitors = visitors;
        this.mandates = mandates;
        this.tokens = tokens;
        this.browsers = browsers;
        this.deeds = deeds;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void admit(UUID person, Proof.Way way, HttpServletRequest request, HttpServletResponse response) {
        HttpSession before = request.getSession(false);
        if (before != null) {
            before.invalidate();
        }
        String name = visitors.find(person, null).map(Visitor::displayName).orElse("");
        deeds.began(person, name, way);
        String device = device(request);
        HttpSession session = request.getSession(true);
        session.setAttribute(PERSON, person.toString());
        session.setAttribute(DEVICE, device);
        session.setAttribute(PROOF, Proof.by(way, clock.instant()).written());
        visitors.find(person, null)
                .ifPresent(visitor -> session.setMaxInactiveInterval(
                        (int) settings.sessions().idle(visitor).toSeconds()));
        tokens.saveToken(null, request, response);
        browsers.signedIn(person, device, request, response);
    }

    @Override
    public void raise(Proof.Way way, HttpServletRequest request, HttpServletResponse response) {
        HttpSession session = request.getSession(false);
        if (session == null || session.getAttribute(PERSON) == null) {
            throw new IllegalStateException("only somebody who has signed in proves it again");
        }
        session.setAttribute(PROOF, proof(session).raised(way, clock.instant()).written());
        deeds.proved(way);
        request.changeSessionId();
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

    /// Whoever shows a token is who the token says, whatever cookies come along.
    private SecurityContext context(HttpServletRequest request) {
        Optional<Visitor> visitor = BearerFilter.shown(request) ? BearerFilter.visitor(request) : visitor(request);
        visitor.ifPresent(known -> MDC.put(LogFields.PERSON, known.getName()));
        return visitor.map(known -> new SecurityContextImpl(
                        UsernamePasswordAuthenticationToken.authenticated(known, null, Set.of())))
                .orElseGet(SecurityContextImpl::new);
    }

    private Optional<Visitor> visitor(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        UUID person = session == null ? null : id(session.getAttribute(PERSON));
        if (session == null || person == null) {
            return Optional.empty();
        }
        Proof proof = proof(session);
        UUID chosen = id(session.getAttribute(ORGANISATION));
        Optional<Visitor> visitor =
                visitors.find(person, chosen).map(known -> known.with(proof)).map(known -> actingFor(chosen, known));
        if (visitor.isPresent() && over(visitor.get(), proof)) {
            session.invalidate();
            return Optional.empty();
        }
        return visitor;
    }

    /// Who does not belong to the organisation chosen acts for it by a mandate, or not at all.
    private Visitor actingFor(@Nullable UUID chosen, Visitor visitor) {
        return chosen == null || chosen.equals(visitor.organisation())
                ? visitor
                : mandates.of(visitor.id(), chosen)
                        .map(mandate -> visitor.actingFor(chosen, mandate))
                        .orElse(visitor);
    }

    /// However busy a session is, one day it is over.
    private boolean over(Visitor visitor, Proof proof) {
        Instant end = proof.signedInAt().plus(settings.sessions().lifetime(visitor));
        return !clock.instant().isBefore(end);
    }

    private static Proof proof(HttpSession session) {
        return session.getAttribute(PROOF) instanceof String written
                ? Proof.read(written).orElse(Proof.NONE)
                : Proof.NONE;
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
