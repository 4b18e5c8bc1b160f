/// Names of products and their versions: CPE, package URLs, orders and ranges of versions. Pure; no tables, no pages.
@ApplicationModule(
        displayName = "naming",
        allowedDependencies = {"kernel", "kernel :: *"})
@NullMarked
package tsukasa.naming;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
