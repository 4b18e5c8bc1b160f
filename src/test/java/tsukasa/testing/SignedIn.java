package tsukasa.testing;

import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tsukasa.identity.Role;
import tsukasa.identity.Visitor;

/// Sends a test request as somebody who has signed in.
public final class SignedIn {
    /// Who makes the requests of `as(…)`; not in the database unless a test puts it there.
    public static final UUID SOMEONE = UUID.fromString("01890000-0000-7000-8000-000000000001");

    private SignedIn() {}

    public static RequestPostProcessor as(Role... roles) {
        Set<Role> all = Arrays.stream(roles).collect(Collectors.toSet());
        all.add(Role.MEMBER);
        return as(new Visitor(SOMEONE, "山田 花子", "hanako@example.jp", all, null));
    }

    public static RequestPostProcessor as(Visitor visitor) {
        return SecurityMockMvcRequestPostProcessors.authentication(
                UsernamePasswordAuthenticationToken.authenticated(visitor, null, Set.of()));
    }
}
