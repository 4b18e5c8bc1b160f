package tsukasa.identity.oidc;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tsukasa.identity.Membership;
import tsukasa.identity.OrganisationProfile;
import tsukasa.identity.Proof;
import tsukasa.identity.Role;

/// What a provider has proved about somebody, reduced to what is needed here.
///
/// @param email     only one that the provider has verified
/// @param assurance how well the provider knows the person, in its own word, such as `prime`
/// @param kept      what the operator keeps of what was verified
/// @param roles     absent where the provider has no say about roles
record Identity(
        String provider,
        String issuer,
        String subject,
        String name,
        @Nullable String email,
        Proof.Way way,
        String assurance,
        Map<String, String> kept,
        @Nullable Place place,
        @Nullable Set<Role> roles) {
    Identity {
        kept = Map.copyOf(kept);
        roles = roles == null ? null : Set.copyOf(roles);
    }

    /// Where the person belongs by what the provider says.
    ///
    /// @param profile what to register the organisation with, if it is not known yet
    /// @param parent  the subject whose account it hangs on, where the organisation has no number of its own
    record Place(
            @Nullable OrganisationProfile profile,
            Membership.Part part,
            @Nullable String parent) {}

    Optional<Place> belongs() {
        return Optional.ofNullable(place);
    }

    List<String> facts() {
        return kept.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList();
    }
}
