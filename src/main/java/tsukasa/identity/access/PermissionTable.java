package tsukasa.identity.access;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tsukasa.identity.Permission;
import tsukasa.identity.Permit;
import tsukasa.identity.Role;

/// Who may do what, read from the running program itself: the same facts by which [Gatekeeper] decides.
@Component
class PermissionTable {
    private final ObjectProvider<RequestMappingHandlerMapping> mapping;
    private final PublicEndpoints open = PublicEndpoints.load();

    PermissionTable(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mapping) {
        this.mapping = mapping;
    }

    /// @param asks empty where anyone may
    /// @param shut nobody may: it neither asks for a permission nor stands on the public list
    record Line(String method, String path, Optional<Permission> asks, boolean shut) {
        boolean anyone() {
            return asks.isEmpty() && !shut;
        }

        boolean allows(Role role) {
            return anyone() || asks.map(permission -> may(role, permission)).orElse(false);
        }
    }

    static boolean may(Role role, Permission permission) {
        return permission == Permission.SIGNED_IN || role.permissions().contains(permission);
    }

    static List<Role> roles(Permission permission) {
        return Arrays.stream(Role.values())
                .filter(role -> may(role, permission))
                .toList();
    }

    /// By path, then method.
    List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        mapping.getObject().getHandlerMethods().forEach((info, method) -> lines.addAll(lines(info, method)));
        lines.sort(Comparator.comparing(Line::path).thenComparing(Line::method));
        return lines;
    }

    private List<Line> lines(RequestMappingInfo info, HandlerMethod method) {
        Permit permit = Gatekeeper.permit(method);
        Optional<Permission> asks = Optional.ofNullable(permit).map(Permit::value);
        List<Line> lines = new ArrayList<>();
        for (String path : info.getPatternValues()) {
            Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
            for (RequestMethod verb : methods) {
                boolean shut = asks.isEmpty() && !open.contains(verb.name(), path);
                lines.add(new Line(verb.name(), path, asks, shut));
            }
        }
        return lines;
    }
}
