package tsukasa.identity.people;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tsukasa.identity.People;
import tsukasa.identity.Person;
import tsukasa.identity.Role;
import tsukasa.identity.RoleChange;
import tsukasa.kernel.Language;
import tsukasa.mail.EmailAddress;

@Component
class PeopleRegister implements People {
    private final PersonStore people;
    private final Clock clock;

    PeopleRegister(PersonStore people, Clock clock) {
        this.people = people;
        this.clock = clock;
    }

    @Override
    public Optional<Person> find(UUID id) {
        return people.find(id);
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
            return people.findByEmail(email).orElseThrow();
        });
    }

    @Override
    @Transactional
    public void describe(UUID person, String displayName, Language language) {
        people.rename(person, displayName, language);
    }

    @Override
    @Transactional
    public RoleChange give(UUID person, Role role) {
        if (people.find(person).isEmpty()) {
            return new RoleChange.NoSuchPerson();
        }
        boolean changed = role != Role.MEMBER && people.give(person, role, clock.instant());
        return outcome(person, changed);
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
        return outcome(person, people.take(person, role));
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
        return outcome(person, open);
    }

    @Override
    @Transactional
    public RoleChange reopen(UUID person) {
        Optional<Person> known = people.find(person);
        if (known.isEmpty()) {
            return new RoleChange.NoSuchPerson();
        }
        people.close(person, null);
        return outcome(person, known.get().closedAt() != null);
    }

    private RoleChange outcome(UUID person, boolean changed) {
        Person now = people.find(person).orElseThrow();
        return changed ? new RoleChange.Changed(now) : new RoleChange.AsBefore(now);
    }
}
