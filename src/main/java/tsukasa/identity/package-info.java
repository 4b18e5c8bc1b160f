/// Who is who and who may do what: people, organisations, roles, sign-in, the one place where permission is decided.
@ApplicationModule(
        displayName = "identity",
        allowedDependencies = {"kernel", "kernel :: *", "audit", "mail"})
@NullMarked
package tsukasa.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
