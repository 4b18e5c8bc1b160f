/// The first page of staff: what each may do, and what waits there.
@NullMarked
package tsukasa.staff.home;

import org.jspecify.annotations.NullMarked;
