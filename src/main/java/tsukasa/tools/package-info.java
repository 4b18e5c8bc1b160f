/// 対策ツール: tools the agency offers against vulnerabilities, their releases with files, and how often each is downloaded.
@ApplicationModule(
        displayName = "tools",
        allowedDependencies = {
            "kernel",
            "kernel :: *",
            "audit",
            "identity",
            "files",
            "naming",
            "vulnerability",
            "advisories"
        })
@NullMarked
package tsukasa.tools;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
