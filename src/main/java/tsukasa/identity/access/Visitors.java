package tsukasa.identity.access;

import java.security.Principal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import tsukasa.identity.Visitor;

/// Who makes a request. Spring Security hands out the proof of sign-in; the visitor stands within.
final class Visitors {
    private Visitors() {}

    static Optional<Visitor> of(@Nullable Principal principal) {
        return principal instanceof Authentication known && known.getPrincipal() instanceof Visitor visitor
                ? Optional.of(visitor)
                : Optional.empty();
    }
}
