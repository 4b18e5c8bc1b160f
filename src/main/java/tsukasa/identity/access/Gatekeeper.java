package tsukasa.identity.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import tsukasa.identity.Permit;
import tsukasa.identity.Visitor;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Problem.Kind;
import tsukasa.kernel.Text;

/// Lets a request through to its endpoint, or does not: by the permission it asks for, by the public list, else never.
@Component
class Gatekeeper implements HandlerInterceptor {
    private final PublicEndpoints open = PublicEndpoints.load();
    private final SessionDeeds deeds;

    Gatekeeper(SessionDeeds deeds) {
        this.deeds = deeds;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method) || isError(request)) {
            return true;
        }
        Permit permit = permit(method);
        if (permit != null) {
            ask(permit, request);
        } else if (!open.contains(request.getMethod(), pattern(request))) {
            deeds.refused(request.getMethod(), pattern(request), null);
            throw notAllowed();
        }
        return true;
    }

    private static boolean isError(HttpServletRequest request) {
        return "/error".equals(pattern(request));
    }

    private void ask(Permit permit, HttpServletRequest request) {
        if (!(request.getUserPrincipal() instanceof Visitor visitor)) {
            throw notSignedIn();
        }
        if (!visitor.may(permit.value())) {
            deeds.refused(request.getMethod(), pattern(request), permit.value());
            throw notAllowed();
        }
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
}
