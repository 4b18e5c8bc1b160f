package tsukasa.testing;

import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tsukasa.identity.Proof;
import tsukasa.identity.Role;
import tsukasa.identity.Visitor;

/// Sends a test request as somebody who has signed in.
public final class SignedIn {
    /// Who makes the requests of `as(…)`; not in the database unless a test puts it there.
    public static final UUID SOMEONE = UUID.fromString("01890000-0000-7000-8000-000000000001");

    private static final Proof STRONG = Proof.by(Proof.Way.PASSKEY, Instant.parse("2999-01-01T00:00:00Z"));

    private SignedIn() {}

    public static RequestPostProcessor as(Role... roles) {
        Set<Role> all = Arrays.stream(roles).collect(Collectors.toSet());
        all.add(Role.MEMBER);
        return as(new Visitor(SOMEONE, "山田 花子", "hanako@example.jp", all, null));
    }

    /// Somebody whose role reaches over these departments only.
    public static RequestPostProcessor of(Set<String> departments, Role... roles) {
        Set<Role> all = Arrays.stream(roles).collect(Collectors.toSet());
        all.add(Role.MEMBER);
        return as(new Visitor(SOMEONE, "山田 花子", "hanako@example.jp", all, null).within(departments));
    }

    /// With a second proof of a moment ago, unless the visitor comes with one of their own.
    public static RequestPostProcessor as(Visitor visitor) {
        Visitor known = visitor.proof().equals(Proof.NONE) ? visitor.with(STRONG) : visitor;
        return SecurityMockMvcRequestPostProcessors.authentication(
                UsernamePasswordAuthenticationToken.authenticated(known, null, Set.of()));
    }
}
