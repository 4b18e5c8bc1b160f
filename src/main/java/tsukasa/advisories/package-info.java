/// The database of vulnerabilities as machines of the field expect it: CVE, NVD, CSAF, OSV, feeds of news, site maps.
@ApplicationModule(
        displayName = "advisories",
        allowedDependencies = {"kernel", "kernel :: *", "vulnerability", "exposure", "naming", "scoring"})
@NullMarked
package tsukasa.advisories;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
