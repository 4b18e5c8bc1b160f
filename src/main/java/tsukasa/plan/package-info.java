/// The annual plan as live data: its tree, its indicators with evidence, its money tables.
@ApplicationModule(
        displayName = "plan",
        allowedDependencies = {"kernel", "kernel :: *", "audit", "identity", "files"})
@NullMarked
package tsukasa.plan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
