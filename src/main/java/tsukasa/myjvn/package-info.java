/// MyJVN API: the database of vulnerabilities for machines, in the form that clients of MyJVN have been reading for
/// years.
@ApplicationModule(
        displayName = "myjvn",
        allowedDependencies = {"kernel", "kernel :: *", "alerts", "vulnerability", "advisories", "naming", "scoring"})
@NullMarked
package tsukasa.myjvn;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
