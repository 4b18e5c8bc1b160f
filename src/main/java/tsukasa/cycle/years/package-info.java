/// The years before a plan's: closed figures of earlier plans, and printed ones that people enter.
@NullMarked
package tsukasa.cycle.years;

import org.jspecify.annotations.NullMarked;
