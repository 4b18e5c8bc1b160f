/// The scheme engine: intake → review → decision → register → statistics, from definitions kept as folders.
@ApplicationModule(
        displayName = "scheme",
        allowedDependencies = {"kernel", "kernel :: *", "audit", "identity", "mail"})
@NullMarked
package tsukasa.scheme;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
