/// 見守り: watch lists of what somebody has; tells when a vulnerability begins to concern it, by version, and when it no
/// longer does.
@ApplicationModule(
        displayName = "watching",
        allowedDependencies = {
            "kernel",
            "kernel :: *",
            "vulnerability",
            "exposure",
            "naming",
            "scoring",
            "identity",
            "mail",
            "hooks"
        })
@NullMarked
package tsukasa.watching;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
