/// The mail that was sent, waits, or failed.
@NullMarked
package tsukasa.staff.outbox;

import org.jspecify.annotations.NullMarked;
