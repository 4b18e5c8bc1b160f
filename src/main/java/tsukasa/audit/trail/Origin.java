package tsukasa.audit.trail;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tsukasa.audit.Actor;
import tsukasa.kernel.RequestId;
import tsukasa.kernel.page.Viewer;

/// Where a deed comes from: the present request, else the platform itself.
///
/// @param request names the request in all its entries
record Origin(
        Actor actor, @Nullable String request, @Nullable String network) {
    private static final Origin PLATFORM = new Origin(Actor.system("tsukasa"), null, null);

    static Origin present() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? of(attributes.getRequest())
                : PLATFORM;
    }

    private static Origin of(HttpServletRequest request) {
        Actor actor = request.getUserPrincipal() instanceof Viewer viewer ? Actor.of(viewer) : Actor.NOBODY;
        return new Origin(actor, RequestId.of(request), request.getRemoteAddr());
    }
}
