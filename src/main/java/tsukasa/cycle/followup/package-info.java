/// Check: the half-year follow-up of every measure.
@NullMarked
package tsukasa.cycle.followup;

import org.jspecify.annotations.NullMarked;
