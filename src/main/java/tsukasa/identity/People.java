package tsukasa.identity;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tsukasa.kernel.Language;
import tsukasa.mail.EmailAddress;

/// Knows everyone who can sign in, and what each is to the agency.
public interface People {
    Optional<Person> find(UUID id);

    Optional<Person> findByEmail(EmailAddress email);

    /// The person with this address, who is made if there is none yet; name and language are for a new one only.
    Person ensure(EmailAddress email, String displayName, Language language);

    /// What a person wants to be called, and to be written to in.
    void describe(UUID person, String displayName, Language language);

    /// For the whole agency.
    default RoleChange give(UUID person, Role role) {
        return give(person, role, Reach.EVERYWHERE);
    }

    /// A role that somebody has already reaches from now on as far as said here, and no longer as far as before.
    RoleChange give(UUID person, Role role, Reach reach);

    RoleChange take(UUID person, Role role);

    /// From now on this person cannot sign in, and is signed in nowhere.
    RoleChange close(UUID person);

    RoleChange reopen(UUID person);

    /// Everybody with a role that not everyone has and an account that is open, by name.
    List<Person> entrusted();
}
