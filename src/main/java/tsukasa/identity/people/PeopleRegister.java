package tsukasa.identity.people;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tsukasa.audit.Action;
import tsukasa.audit.AuditTrail;
import tsukasa.audit.Deed;
import tsukasa.audit.KnownActions;
import tsukasa.identity.People;
import tsukasa.identity.Person;
import tsukasa.identity.Reach;
import tsukasa.identity.Role;
import tsukasa.identity.RoleChange;
import tsukasa.kernel.Language;
import tsukasa.mail.EmailAddress;

@Component
class PeopleRegister implements People {
    private final PersonStore people;
    private final AuditTrail trail;
    private final Clock clock;

    PeopleRegister(PersonStore people, AuditTrail trail, Clock clock) {
        this.people = people;
        this.trail = trail;
        this.clock = clock;
    }

    @Bean
    static KnownActions peopleActions() {
        return PeopleActions.all();
    }

    @Override
    public Optional<Person> find(UUID id) {
        return people.find(id);
    }

    @Override
    public List<Person> entrusted() {
        return people.entrusted();
    }

    @Override
    public Optional<Person> findByEmail(EmailAddress email) {
        return people.findByEmail(email);
    }

    @Override
    @Transactional
    public Person ensure(EmailAddress email, String displayName, Language language) {
        return people.findByEmail(email).orElseGet(() -> {
            people.addIfMissing(email, displayName, language, clock.instant());
            Person made = people.findByEmail(email).orElseThrow();
            trail.record(Deed.did(PeopleActions.REGISTERED, PeopleActions.thing(made)));
            return made;
        });
    }

    @Override
    @Transactional
    public void describe(UUID person, String displayName, Language language) {
        people.rename(person, displayName, language);
        people.find(person)
                .ifPresent(one -> trail.record(Deed.did(PeopleActions.DESCRIBED, PeopleActions.thing(one))
                        .with("language", language.tag())));
    }

    @Override
    @Transactional
    public RoleChange give(UUID person, Role role, Reach reach) {
        if (people.find(person).isEmpty()) {
            return new RoleChange.NoSuchPerson();
        }
        if (!reach.everywhere() && !role.byDepartment()) {
            throw new IllegalArgumentException(role + " is not given by department");
        }
        Reach before = people.find(person).orElseThrow().reaches().get(role);
        boolean changed = role != Role.MEMBER && people.give(person, role, reach, clock.instant());
        return outcome(person, changed, before == null ? PeopleActions.GIVEN : PeopleActions.REACH, role);
    }

    @Override
    @Transactional
    public RoleChange take(UUID person, Role role) {
        if (people.find(person).isEmpty()) {
            return new RoleChange.NoSuchPerson();
        }
        if (role == Role.ADMINISTRATOR && people.holdAdministrators().equals(List.of(person))) {
            return new RoleChange.LastAdministrator();
        }
        return outcome(person, people.take(person, role, clock.instant()), PeopleActions.TAKEN, role);
    }

    @Override
    @Transactional
    public RoleChange close(UUID person) {
        Optional<Person> known = people.find(person);
        if (known.isEmpty()) {
            return new RoleChange.NoSuchPerson();
        }
        if (people.holdAdministrators().equals(List.of(person))) {
            return new RoleChange.LastAdministrator();
        }
        boolean open = known.get().closedAt() == null;
        if (open) {
            people.close(person, clock.instant());
        }
        return outcome(person, open, PeopleActions.CLOSED, null);
    }

    @Override
    @Transactional
    public RoleChange reopen(UUID person) {
        Optional<Person> known = people.find(person);
        if (known.isEmpty()) {
            return new RoleChange.NoSuchPerson();
        }
        people.close(person, null);
        return outcome(person, known.get().closedAt() != null, PeopleActions.REOPENED, null);
    }

    private RoleChange outcome(UUID person, boolean changed, Action action, @Nullable Role role) {
        Person now = people.find(person).orElseThrow();
        if (!changed) {
            return new RoleChange.AsBefore(now);
        }
        trail.record(Deed.did(action, PeopleActions.thing(now))
                .with("role", role)
                .with("departments", role == null ? null : now.reaches().get(role)));
        return new RoleChange.Changed(now);
    }
}
