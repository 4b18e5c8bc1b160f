package tsukasa.identity;

import java.io.Serializable;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.page.Viewer;

/// A signed-in person as the rest of the platform sees one; stands in the session, so it carries no more than it must.
///
/// @param organisation the organisation acted for, if any
public record Visitor(
        UUID id,
        String displayName,
        String email,
        Set<Role> roles,
        @Nullable UUID organisation) implements Viewer, Serializable {
    public Visitor {
        roles = Set.copyOf(roles);
    }

    @Override
    public String getName() {
        return id.toString();
    }

    @Override
    public boolean staff() {
        return may(Permission.USE_STAFF_PAGES);
    }

    public boolean may(Permission permission) {
        return permission == Permission.SIGNED_IN
                || roles.stream().anyMatch(role -> role.permissions().contains(permission));
    }

    @Override
    public boolean may(String permission) {
        return may(Permission.valueOf(permission));
    }

    @Override
    public Optional<UUID> actsFor() {
        return Optional.ofNullable(organisation);
    }
}
