/// The audit trail: what was done and read, day by day, and whether it is as it was sealed.
@NullMarked
package tsukasa.staff.audit;

import org.jspecify.annotations.NullMarked;
