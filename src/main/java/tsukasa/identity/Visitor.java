package tsukasa.identity;

import java.io.Serializable;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.page.Viewer;

/// A signed-in person as the rest of the platform sees one; made anew for each request that asks.
///
/// @param organisation the organisation acted for, if any; by `mandate`, one that the person does not belong to
/// @param proof        how and when the person proved who they are
/// @param scopes       what an API token limits its owner to; absent for somebody in person
/// @param mandate      by which the person acts for an organisation of others
public record Visitor(
        UUID id,
        String displayName,
        String email,
        Set<Role> roles,
        @Nullable UUID organisation,
        Proof proof,
        @Nullable Set<TokenScope> scopes,
        @Nullable Mandate mandate)
        implements Viewer, Serializable {
    public Visitor {
        roles = Set.copyOf(roles);
        scopes = scopes == null ? null : Set.copyOf(scopes);
    }

    /// Somebody of whom nothing is known about how they came in.
    public Visitor(UUID id, String displayName, String email, Set<Role> roles, @Nullable UUID organisation) {
        this(id, displayName, email, roles, organisation, Proof.NONE, null, null);
    }

    public Visitor with(Proof shown) {
        return new Visitor(id, displayName, email, roles, organisation, shown, scopes, mandate);
    }

    public Visitor limitedTo(Set<TokenScope> allowed) {
        return new Visitor(id, displayName, email, roles, organisation, proof, allowed, mandate);
    }

    /// The same person, acting for an organisation that gave theirs a mandate.
    public Visitor actingFor(UUID giver, Mandate by) {
        return new Visitor(id, displayName, email, roles, giver, proof, scopes, by);
    }

    /// The one question to ask before something is done for an organisation: whether this visitor acts for it right
    /// now, and may go so far in this service. Who belongs to it may; a delegate may what the mandate says.
    public boolean mayActFor(UUID wanted, String service, Extent extent) {
        return wanted.equals(organisation) && (mandate == null || mandate.covers(service, extent));
    }

    /// `山田 花子（株式会社B）`: whoever acts by a mandate is written down with whose member they are.
    @Override
    public String recordedName() {
        return mandate == null ? displayName : displayName + "（" + mandate.delegateName() + "）";
    }

    @Override
    public String getName() {
        return id.toString();
    }

    @Override
    public boolean staff() {
        return may(Permission.USE_STAFF_PAGES);
    }

    /// Has any permission that not everyone has.
    public boolean entrusted() {
        return roles.stream().anyMatch(role -> !role.permissions().isEmpty());
    }

    public boolean may(Permission permission) {
        return hasByRole(permission)
                && (scopes == null || scopes.stream().anyMatch(scope -> scope.covers(permission, false)));
    }

    private boolean hasByRole(Permission permission) {
        return permission == Permission.SIGNED_IN
                || roles.stream().anyMatch(role -> role.permissions().contains(permission));
    }

    @Override
    public boolean may(String permission) {
        return may(Permission.valueOf(permission));
    }

    @Override
    public Optional<String> onBehalf() {
        return Optional.ofNullable(mandate).map(Mandate::giverName);
    }

    @Override
    public Optional<UUID> actsFor() {
        return Optional.ofNullable(organisation);
    }
}
