/// Shared vocabulary and page furniture; no business. Every other module may use its root and its named packages.
@ApplicationModule(
        displayName = "kernel",
        allowedDependencies = {})
@NullMarked
package tsukasa.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
