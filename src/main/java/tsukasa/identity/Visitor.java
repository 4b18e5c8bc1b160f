package tsukasa.identity;

import java.io.Serializable;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.database.Acting;
import tsukasa.kernel.page.Viewer;

/// A signed-in person as the rest of the platform sees one; made anew for each request that asks.
///
/// @param organisation the organisation acted for, if any; by `mandate`, one that the person does not belong to
/// @param proof        how and when the person proved who they are
/// @param scopes       what an API token limits its owner to; absent for somebody in person
/// @param reaches      how far each role reaches
/// @param mandate      by which the person acts for an organisation of others
public record Visitor(
        UUID id,
        String displayName,
        String email,
        Set<Role> roles,
        @Nullable UUID organisation,
        Proof proof,
        @Nullable Set<TokenScope> scopes,
        Map<Role, Reach> reaches,
        @Nullable Mandate mandate)
        implements Viewer, Serializable {
    public Visitor {
        roles = Set.copyOf(roles);
        scopes = scopes == null ? null : Set.copyOf(scopes);
        reaches = Map.copyOf(reaches);
        if (!reaches.keySet().equals(roles)) {
            throw new IllegalArgumentException("each role has a reach, and nothing else");
        }
    }

    /// Somebody of whom nothing is known about how they came in, with roles over the whole agency.
    public Visitor(UUID id, String displayName, String email, Set<Role> roles, @Nullable UUID organisation) {
        this(id, displayName, email, everywhere(roles), organisation);
    }

    /// Somebody of whom nothing is known about how they came in.
    public Visitor(UUID id, String displayName, String email, Map<Role, Reach> reaches, @Nullable UUID organisation) {
        this(id, displayName, email, reaches.keySet(), organisation, Proof.NONE, null, reaches, null);
    }

    private static Map<Role, Reach> everywhere(Set<Role> roles) {
        return roles.stream().collect(Collectors.toMap(Function.identity(), _ -> Reach.EVERYWHERE));
    }

    public Visitor with(Proof shown) {
        return new Visitor(id, displayName, email, roles, organisation, shown, scopes, reaches, mandate);
    }

    public Visitor limitedTo(Set<TokenScope> allowed) {
        return new Visitor(id, displayName, email, roles, organisation, proof, allowed, reaches, mandate);
    }

    /// The same person, whose roles reach over these departments only.
    public Visitor within(Set<String> departments) {
        Map<Role, Reach> limited =
                roles.stream().collect(Collectors.toMap(Function.identity(), _ -> Reach.over(departments)));
        return new Visitor(id, displayName, email, roles, organisation, proof, scopes, limited, mandate);
    }

    /// The same person, acting for an organisation that gave theirs a mandate.
    public Visitor actingFor(UUID giver, Mandate by) {
        return new Visitor(id, displayName, email, roles, giver, proof, scopes, reaches, by);
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

    /// The departments that some role is limited to; empty for somebody whose roles all reach over the whole agency.
    public Set<String> departments() {
        return reaches.values().stream()
                .flatMap(reach -> reach.departments().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Whether there is anything for which this person has the permission: what lets one onto a page. For which records
    /// it holds, `mayFor` says.
    public boolean may(Permission permission) {
        if (permission.span() == Permission.Span.DEPARTMENT) {
            Reach reach = reach(permission);
            return reach.everywhere() || !reach.departments().isEmpty();
        }
        return reach(permission).everywhere();
    }

    /// Whether this person has the permission for what belongs to a department, or to none.
    public boolean mayFor(Permission permission, @Nullable String department) {
        return reach(permission).covers(department);
    }

    /// How far the permission reaches, by all roles that carry it and within a token's scopes. One that belongs to the
    /// person goes with a role wherever that reaches; one over the agency goes only with a role over all of it.
    public Reach reach(Permission permission) {
        if (scopes != null && scopes.stream().noneMatch(scope -> scope.covers(permission, false))) {
            return Reach.over(Set.of());
        }
        if (permission == Permission.SIGNED_IN) {
            return Reach.EVERYWHERE;
        }
        return roles.stream()
                .filter(role -> role.permissions().contains(permission))
                .map(role -> permission.span() == Permission.Span.PERSON ? Reach.EVERYWHERE : reaches.get(role))
                .map(reach -> permission.span() == Permission.Span.AGENCY && !reach.everywhere()
                        ? Reach.over(Set.of())
                        : reach)
                .reduce(Reach.over(Set.of()), Reach::and);
    }

    /// As row policies see this person.
    public Acting acting() {
        Set<String> powers = new HashSet<>();
        for (Permission permission : Permission.values()) {
            Reach reach = reach(permission);
            if (reach.everywhere()) {
                powers.add(permission.name() + "/*");
            }
            reach.departments().forEach(department -> powers.add(permission.name() + "/" + department));
        }
        return Acting.person(id, powers);
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
