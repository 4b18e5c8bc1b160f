/// 保管ファイル: files of every module, kept by content, sealed where confidential, scanned, kept as long as they must be.
@ApplicationModule(
        displayName = "files",
        allowedDependencies = {"kernel", "kernel :: *", "audit", "identity"})
@NullMarked
package tsukasa.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
