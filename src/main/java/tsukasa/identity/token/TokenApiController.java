package tsukasa.identity.token;

import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tsukasa.identity.Permission;
import tsukasa.identity.Permit;
import tsukasa.identity.TokenScope;
import tsukasa.identity.Visitor;
import tsukasa.kernel.openapi.Described;

/// Tells a program whom it speaks for.
@RestController
@Permit(Permission.SIGNED_IN)
class TokenApiController {
    /// @param scopes what the token is limited to; empty for somebody in person
    record Holder(String id, String name, String email, List<String> roles, List<String> scopes) {}

    @GetMapping("/api/me")
    @Described("Whom this token speaks for, and what it may do")
    Holder me(Visitor visitor) {
        return new Holder(
                visitor.id().toString(),
                visitor.displayName(),
                visitor.email(),
                visitor.roles().stream().map(Enum::name).sorted().toList(),
                Optional.ofNullable(visitor.scopes()).stream()
                        .flatMap(java.util.Set::stream)
                        .map(TokenScope::name)
                        .sorted()
                        .toList());
    }
}
