package tsukasa.identity.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import tsukasa.identity.Permit;
import tsukasa.identity.TokenScope;
import tsukasa.identity.Visitor;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Problem.Kind;
import tsukasa.kernel.Text;
import tsukasa.kernel.kept.Offer;

/// Lets a request through to its endpoint, or does not: by the permission it asks for, by the public list, else never.
@Component
class Gatekeeper implements HandlerInterceptor {
    private static final String API = "/api/";
    private final PublicEndpoints open = PublicEndpoints.load();
    private final Assurance assurance;
    private final SessionDeeds deeds;

    Gatekeeper(Assurance assurance, SessionDeeds deeds) {
        this.assurance = assurance;
        this.deeds = deeds;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method) || isError(request)) {
            return true;
        }
        Permit permit = permit(method);
        if (permit != null) {
            return ask(permit, request, response);
        }
        if (!open.contains(request.getMethod(), pattern(request))) {
            deeds.refused(request.getMethod(), pattern(request), null);
            throw notAllowed();
        }
        Offer.everybodys(request);
        return true;
    }

    private static boolean isError(HttpServletRequest request) {
        return "/error".equals(pattern(request));
    }

    private boolean ask(Permit permit, HttpServletRequest request, HttpServletResponse response) {
        boolean machine = request.getRequestURI().startsWith(API);
        if (!(request.getUserPrincipal() instanceof Visitor visitor)) {
            if (machine) {
                response.setHeader("WWW-Authenticate", "Bearer realm=\"api\"");
            }
            throw notSignedIn();
        }
        if (visitor.scopes() != null) {
            askToken(permit, visitor.scopes(), request, response);
        }
        if (!visitor.may(permit.value())) {
            deeds.refused(request.getMethod(), pattern(request), permit.value());
            throw notAllowed();
        }
        return visitor.scopes() != null || assurance.enough(permit, visitor) || askAgain(machine, request, response);
    }

    /// A program cannot prove again that somebody is there, so what asks for that is not for tokens.
    private static void askToken(
            Permit permit, Set<TokenScope> scopes, HttpServletRequest request, HttpServletResponse response) {
        boolean writing =
                !request.getMethod().equals("GET") && !request.getMethod().equals("HEAD");
        if (permit.fresh() || scopes.stream().noneMatch(scope -> scope.covers(permit.value(), writing))) {
            response.setHeader(
                    "WWW-Authenticate",
                    "Bearer realm=\"api\", error=\"insufficient_scope\", scope=\""
                            + new TokenScope(permit.value(), writing).name() + "\"");
            throw outOfScope();
        }
    }

    private static boolean askAgain(boolean machine, HttpServletRequest request, HttpServletResponse response) {
        if (machine) {
            throw secondProof();
        }
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", Assurance.askFor(request));
        response.setHeader("Cache-Control", "no-store");
        return false;
    }

    static @org.jspecify.annotations.Nullable Permit permit(HandlerMethod method) {
        Permit own = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), Permit.class);
        return own != null ? own : AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), Permit.class);
    }

    private static String pattern(HttpServletRequest request) {
        return String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
    }

    private static Problem notSignedIn() {
        return new Problem(
                Kind.NOT_SIGNED_IN,
                Text.of("このページは、サインインした方だけが見られます。", "This page is for people who have signed in."),
                Text.of("サインインしてから、もう一度お試しください。", "Sign in, then try again."));
    }

    private static Problem notAllowed() {
        return new Problem(
                Kind.NOT_ALLOWED,
                Text.of("このページを見る、またはこの操作をする権限がありません。", "Your account has no permission for this page or action."),
                Text.of("権限が必要なときは、所属の管理者に依頼してください。", "If you need access, ask your administrator."));
    }

    private static Problem outOfScope() {
        return new Problem(
                Kind.NOT_ALLOWED,
                Text.of("このAPIトークンの範囲では、この操作はできません。", "This API token's scopes do not cover this."),
                Text.of("必要な範囲を選んで、新しいトークンを作ってください。", "Make a token with the scope you need."));
    }

    private static Problem secondProof() {
        return new Problem(
                Kind.NOT_ALLOWED,
                Text.of("この操作の前に、もう一度ご本人の確認が必要です。", "You must prove again who you are before this."),
                Text.of("画面からサインインし、確認を済ませてください。", "Sign in with a browser and do so."));
    }
}
