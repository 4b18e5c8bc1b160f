/// The yearly cycle that gives a plan its life: periods closed on rows, reports, evaluation.
@ApplicationModule(
        displayName = "cycle",
        allowedDependencies = {"kernel", "kernel :: *", "mail", "audit", "identity", "plan"})
@NullMarked
package tsukasa.cycle;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
