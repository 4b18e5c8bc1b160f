/// 控え: takes a consistent, verified copy of everything while the platform runs, and makes a platform of it again.
@ApplicationModule(
        displayName = "backup",
        allowedDependencies = {"kernel", "kernel :: *"})
@NullMarked
package tsukasa.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
