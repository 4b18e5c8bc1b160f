package tsukasa.identity.people;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import tsukasa.identity.People;
import tsukasa.identity.Person;
import tsukasa.identity.Role;
import tsukasa.identity.RoleChange;
import tsukasa.kernel.Language;
import tsukasa.kernel.Settings;
import tsukasa.mail.EmailAddress;

/// Somebody has to give the first role: `tsukasa.first-administrator` is made one at every start, which is also the way
/// back when all administrators are gone.
@Component
class FirstAdministrator implements ApplicationRunner {
    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);
    private final People people;
    private final Settings settings;

    FirstAdministrator(People people, Settings settings) {
        this.people = people;
        this.settings = settings;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        String address = settings.firstAdministrator();
        if (address == null || address.isBlank()) {
            return;
        }
        EmailAddress email = EmailAddress.parse(address)
                .orElseThrow(() -> new IllegalStateException(
                        "tsukasa.first-administrator is no email address; write it like name@example.jp"));
        Person person = people.ensure(email, "システム管理者", Language.JA);
        if (people.give(person.id(), Role.ADMINISTRATOR) instanceof RoleChange.Changed) {
            LOG.info("{} is now an administrator; sign in with a link sent to this address", email);
        }
    }
}
