package tsukasa.identity.access;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;

/// Who is looking, found out when a request first asks, and once.
final class AtFirstUse implements DeferredSecurityContext {
    private final Supplier<SecurityContext> source;
    private @Nullable SecurityContext context;

    AtFirstUse(Supplier<SecurityContext> source) {
        this.source = source;
    }

    @Override
    public SecurityContext get() {
        SecurityContext known = context;
        if (known == null) {
            known = source.get();
            context = known;
        }
        return known;
    }

    /// Asked only whether an unknown one was made up, after it was used.
    @Override
    public boolean isGenerated() {
        return get().getAuthentication() == null;
    }
}
