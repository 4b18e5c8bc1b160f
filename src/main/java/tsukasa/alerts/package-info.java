/// 注意喚起: what the agency urgently tells everyone about a danger, written by one, approved by another, kept up to date.
@ApplicationModule(
        displayName = "alerts",
        allowedDependencies = {"kernel", "kernel :: *", "audit", "identity", "mail", "naming", "vulnerability"})
@NullMarked
package tsukasa.alerts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
