package tsukasa.identity.oidc;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tsukasa.audit.Action;
import tsukasa.audit.Actor;
import tsukasa.audit.AuditTrail;
import tsukasa.audit.Deed;
import tsukasa.audit.KnownActions;
import tsukasa.audit.Thing;
import tsukasa.identity.People;
import tsukasa.identity.Person;
import tsukasa.identity.Role;
import tsukasa.identity.RoleChange;
import tsukasa.identity.SecurityEvent;
import tsukasa.identity.SecurityTrail;
import tsukasa.identity.SignInMeans;
import tsukasa.identity.Visitor;
import tsukasa.kernel.Language;
import tsukasa.mail.EmailAddress;

/// Which account elsewhere opens which account here, and what follows from what the provider says.
@Component
class AccountDesk {
    private static final Action REFUSED =
            Action.of("oidc.refused", "外部アカウントでのサインインを拒否", "Sign-in with an account elsewhere refused");
    private static final Action ROLES = Action.of("oidc.roles", "職員アカウントの役割を反映", "Roles taken over from the directory");
    private final AccountStore accounts;
    private final Places places;
    private final People people;
    private final SignInMeans means;
    private final SecurityTrail security;
    private final AuditTrail audit;
    private final Clock clock;

    AccountDesk(
            AccountStore accounts,
            Places places,
            People people,
            SignInMeans means,
            SecurityTrail security,
            AuditTrail audit,
            Clock clock) {
        this.accounts = accounts;
        this.places = places;
        this.people = people;
        this.means = means;
        this.security = security;
        this.audit = audit;
        this.clock = clock;
    }

    @Bean
    static KnownActions oidcActions() {
        return KnownActions.of(REFUSED, ROLES);
    }

    void refused(Provider provider, Refusal why) {
        audit.record(Deed.refused(
                        REFUSED,
                        Thing.of("provider", provider.name(), provider.title().ja()))
                .with("why", why.word()));
    }

    /// The account here that this identity opens, brought up to date; empty when it opens none yet.
    @Transactional
    public Optional<Account> known(Identity identity) {
        Optional<Account> account = accounts.find(identity.issuer(), identity.subject());
        account.ifPresent(one -> {
            refuseClosed(one.person());
            accounts.used(one.id(), identity, now());
            follow(one, identity);
        });
        return account.flatMap(one -> accounts.find(identity.issuer(), identity.subject()));
    }

    private void refuseClosed(UUID person) {
        boolean closed = people.find(person).map(one -> one.closedAt() != null).orElse(true);
        if (closed) {
            throw Refusal.CLOSED.refused();
        }
    }

    /// A new person, where the provider vouches for an address that nobody has here. Somebody who has it is asked to
    /// sign in as before: an address alone takes over nothing.
    @Transactional
    public Optional<Account> welcome(Identity identity, Language language) {
        Optional<EmailAddress> email = Optional.ofNullable(identity.email()).flatMap(EmailAddress::parse);
        if (email.isEmpty() || people.findByEmail(email.get()).isPresent()) {
            return Optional.empty();
        }
        String name = identity.name().isEmpty() ? email.get().value().replaceAll("@.*", "") : identity.name();
        Person person = people.ensure(email.get(), name, language);
        return Optional.of(link(identity, person.id()));
    }

    /// An identity opens one account, and stays with it.
    @Transactional
    public Account link(Identity identity, UUID person) {
        refuseClosed(person);
        if (!accounts.add(identity, person, now())) {
            throw Refusal.TAKEN.refused();
        }
        Account account = accounts.find(identity.issuer(), identity.subject()).orElseThrow();
        security.note(
                person,
                SecurityEvent.Kind.ACCOUNT_LINKED,
                identity.way().title().ja());
        follow(account, identity);
        return accounts.find(identity.issuer(), identity.subject()).orElseThrow();
    }

    boolean taken(Identity identity) {
        return accounts.find(identity.issuer(), identity.subject()).isPresent();
    }

    private void follow(Account account, Identity identity) {
        identity.belongs().ifPresent(place -> places.follow(account, place));
        Set<Role> roles = identity.roles();
        if (roles != null) {
            follow(account, roles);
        }
    }

    /// Gives what the directory says, and takes back only what it gave before. A role that somebody has already,
    /// perhaps for some departments only, stays as it was given here.
    private void follow(Account account, Set<Role> said) {
        Set<Role> before = accounts.roles(account.id());
        Set<Role> given = EnumSet.noneOf(Role.class);
        Set<Role> taken = EnumSet.noneOf(Role.class);
        Set<Role> has = people.find(account.person()).map(Person::roles).orElse(Set.of());
        for (Role role : said) {
            if (!has.contains(role) && people.give(account.person(), role) instanceof RoleChange.Changed) {
                accounts.gave(account.id(), role);
                given.add(role);
            }
        }
        for (Role role : before) {
            if (!said.contains(role)
                    && !(people.take(account.person(), role) instanceof RoleChange.LastAdministrator)) {
                accounts.took(account.id(), role);
                taken.add(role);
            }
        }
        if (!given.isEmpty() || !taken.isEmpty()) {
            audit.record(Deed.did(ROLES, Thing.of("person", account.person(), account.label()))
                    .by(Actor.system("oidc"))
                    .with("provider", account.provider())
                    .with("given", given.isEmpty() ? null : given)
                    .with("taken", taken.isEmpty() ? null : taken));
        }
    }

    List<Account> of(UUID person) {
        return accounts.of(person);
    }

    /// Somebody must be able to come in afterwards: by a passkey, by another account, or in the way they came now.
    boolean anotherWay(Visitor visitor) {
        return !visitor.proof().way().elsewhere()
                || means.of(visitor.id()).passkeys() > 0
                || accounts.of(visitor.id()).size() > 1;
    }

    /// The roles that the directory gave go with it.
    @Transactional
    public boolean unlink(Account account) {
        follow(account, Set.of());
        boolean removed = accounts.remove(account.id(), account.person());
        if (removed) {
            security.note(account.person(), SecurityEvent.Kind.ACCOUNT_UNLINKED, account.label());
        }
        return removed;
    }

    private Instant now() {
        return clock.instant();
    }
}
