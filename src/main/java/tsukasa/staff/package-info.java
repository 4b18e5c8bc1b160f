/// 職員の画面: what each member of staff may do, the mail that leaves the house, the audit trail. It stands above the
/// modules whose work it shows, because those must not know who may see it.
@ApplicationModule(
        displayName = "staff",
        allowedDependencies = {"kernel", "kernel :: *", "audit", "identity", "mail"})
@NullMarked
package tsukasa.staff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
