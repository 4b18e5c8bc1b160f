/// The front page: what one can do here, how the agency is doing, what is new.
@ApplicationModule(
        displayName = "front",
        allowedDependencies = {"kernel", "kernel :: *", "identity", "scheme", "plan"})
@NullMarked
package tsukasa.front;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
