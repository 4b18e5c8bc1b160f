/// Measures the platform from outside and inside, over invented declarations.
@ApplicationModule(
        displayName = "bench",
        allowedDependencies = {"kernel", "kernel :: *", "audit", "demo", "identity", "mail", "plan", "watching"})
@NullMarked
package tsukasa.bench;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
