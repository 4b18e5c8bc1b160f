/// Counts indicators in the database, read-only, and says where they stand.
@NullMarked
package tsukasa.plan.counting;

import org.jspecify.annotations.NullMarked;
