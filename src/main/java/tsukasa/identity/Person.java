package tsukasa.identity;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.Language;
import tsukasa.mail.EmailAddress;

/// 利用者: somebody who can sign in. Everyone is at least a `MEMBER`.
///
/// @param reaches  how far each role reaches
/// @param language what we write to this person in
/// @param closedAt since when this person can no longer sign in
public record Person(
        UUID id,
        EmailAddress email,
        String displayName,
        Language language,
        Map<Role, Reach> reaches,
        Instant createdAt,
        @Nullable Instant closedAt) {
    public Person {
        reaches = Map.copyOf(reaches);
    }

    public Set<Role> roles() {
        return reaches.keySet();
    }

    /// Whether this person, signed in, would have the permission for what belongs to a department, or to none.
    public boolean mayFor(Permission permission, @Nullable String department) {
        return closedAt == null
                && new Visitor(id, displayName, email.value(), reaches, null).mayFor(permission, department);
    }
}
