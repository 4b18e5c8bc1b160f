/// 監査証跡: who did or read what and why, chained so that whatever is changed, taken away or moved is found and named.
@ApplicationModule(
        displayName = "audit",
        allowedDependencies = {"kernel", "kernel :: *"})
@NullMarked
package tsukasa.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
