/// Closing a period: proposed by one, closed by another, reopened for a reason.
@NullMarked
package tsukasa.cycle.closing;

import org.jspecify.annotations.NullMarked;
