package tsukasa.identity.oidc;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tsukasa.identity.Membership.Part;
import tsukasa.identity.OrganisationProfile;
import tsukasa.identity.Organisations;
import tsukasa.identity.Registration;

/// Puts people into the organisation that their provider names. Once: whom an owner takes out of it is not put back by
/// the next sign-in.
@Component
class Places {
    private final Organisations organisations;
    private final AccountStore accounts;

    Places(Organisations organisations, AccountStore accounts) {
        this.organisations = organisations;
        this.accounts = accounts;
    }

    void follow(Account account, Identity.Place place) {
        Optional<UUID> named = organisation(account, place);
        UUID before = account.organisation();
        if (named.isEmpty() || named.get().equals(before)) {
            return;
        }
        if (before != null) {
            organisations.leave(account.person(), before);
        }
        boolean owner = organisations.membershipsOf(account.person()).stream()
                .anyMatch(one -> one.organisation().equals(named.get()) && one.part() == Part.OWNER);
        if (!owner) {
            organisations.join(account.person(), named.get(), place.part());
        }
        accounts.placed(account.id(), named.get());
    }

    /// By its 法人番号; a sole proprietor has none and is found through the account it hangs on.
    private Optional<UUID> organisation(Account account, Identity.Place place) {
        OrganisationProfile profile = place.profile();
        String parent = place.parent();
        if (profile == null) {
            return Optional.empty();
        }
        if (profile.corporateNumber() == null && parent != null) {
            return accounts.find(account.issuer(), parent).flatMap(one -> Optional.ofNullable(one.organisation()));
        }
        UUID before = account.organisation();
        if (profile.corporateNumber() == null && before != null) {
            return Optional.of(before);
        }
        return Optional.of(
                switch (organisations.register(profile)) {
                    case Registration.Registered(var made) -> made.id();
                    case Registration.AlreadyThere(var there) -> there.id();
                });
    }
}
