package tsukasa.scheme.casework;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tsukasa.identity.People;
import tsukasa.identity.Permission;
import tsukasa.identity.Person;
import tsukasa.kernel.page.Option;
import tsukasa.scheme.Scheme;

/// Those who may handle the cases of a scheme, as of now.
@Component
class Colleagues {
    private final People people;

    Colleagues(People people) {
        this.people = people;
    }

    /// By name.
    List<Person> of(Scheme scheme) {
        return people.entrusted().stream()
                .filter(person -> handles(scheme, person))
                .toList();
    }

    boolean handles(Scheme scheme, UUID person) {
        return people.find(person).filter(known -> handles(scheme, known)).isPresent();
    }

    private static boolean handles(Scheme scheme, Person person) {
        return person.mayFor(Permission.HANDLE_CASES, scheme.department().orElse(null));
    }

    static List<Option> options(List<Person> people) {
        return people.stream()
                .map(person -> Option.of(person.id().toString(), person.displayName()))
                .toList();
    }

    /// What was chosen from such options.
    static Optional<UUID> chosen(String value) {
        try {
            return Optional.of(UUID.fromString(value));
        } catch (IllegalArgumentException nobody) {
            return Optional.empty();
        }
    }
}
