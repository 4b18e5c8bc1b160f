/// Money beside measures: what was spent of the budget, what will be left, borrowing, efficiency, what is said not to
/// be.
@ApplicationModule(
        displayName = "budget",
        allowedDependencies = {"kernel", "kernel :: *", "audit", "identity", "plan", "cycle"})
@NullMarked
package tsukasa.budget;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
