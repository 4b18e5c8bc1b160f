/// Outgoing mail: an outbox that survives a crash, delivered by SMTP or shown under `var/` and on a staff page.
@ApplicationModule(
        displayName = "mail",
        allowedDependencies = {"kernel", "kernel :: *"})
@NullMarked
package tsukasa.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
