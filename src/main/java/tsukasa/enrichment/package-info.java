/// 分析デスク: where analysts add to vulnerabilities what their sources leave out, each addition approved by a colleague.
@ApplicationModule(
        displayName = "enrichment",
        allowedDependencies = {"kernel", "kernel :: *", "audit", "identity", "vulnerability", "scoring", "naming"})
@NullMarked
package tsukasa.enrichment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
