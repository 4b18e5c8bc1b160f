/// Tells what of the vulnerability database concerns the products that somebody has, in the languages of their tools.
@ApplicationModule(
        displayName = "exposure",
        allowedDependencies = {"kernel", "kernel :: *", "vulnerability", "naming", "scoring"})
@NullMarked
package tsukasa.exposure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
