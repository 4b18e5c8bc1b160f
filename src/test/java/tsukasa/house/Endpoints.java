package tsukasa.house;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import tsukasa.identity.Permit;

/// Every endpoint asks for a permission or stands on the public list; the list names nothing that is not there.
final class Endpoints {
    /// Where the container sends failed requests; it answers whoever asked before.
    private static final String FAILURES = "/error";

    private Endpoints() {}

    static Set<String> unguarded(Map<RequestMappingInfo, HandlerMethod> mappings, Set<String> open) {
        Set<String> found = new TreeSet<>();
        mappings.forEach((mapping, method) -> {
            if (!asksForPermission(method)) {
                lines(mapping).stream().filter(line -> !open.contains(line)).forEach(line -> found.add(line));
            }
        });
        return found;
    }

    static Set<String> deadLines(Map<RequestMappingInfo, HandlerMethod> mappings, Set<String> open) {
        Set<String> dead = new TreeSet<>(open);
        mappings.forEach((mapping, method) -> {
            if (!asksForPermission(method)) {
                dead.removeAll(lines(mapping));
            }
        });
        return dead;
    }

    private static boolean asksForPermission(HandlerMethod method) {
        return AnnotatedElementUtils.hasAnnotation(method.getMethod(), Permit.class)
                || AnnotatedElementUtils.hasAnnotation(method.getBeanType(), Permit.class);
    }

    private static List<String> lines(RequestMappingInfo mapping) {
        List<String> lines = new ArrayList<>();
        for (String pattern : mapping.getPatternValues()) {
            Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
            if (!pattern.equals(FAILURES)) {
                if (methods.isEmpty()) {
                    lines.add("ANY " + pattern);
                }
                methods.forEach(method -> lines.add(method + " " + pattern));
            }
        }
        return lines;
    }
}
