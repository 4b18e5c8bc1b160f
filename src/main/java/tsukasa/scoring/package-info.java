/// Register of how serious a weakness is: reads CVSS vectors of every version, scores them, says them in words.
@ApplicationModule(
        displayName = "scoring",
        allowedDependencies = {"kernel", "kernel :: *"})
@NullMarked
package tsukasa.scoring;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
