/// What leaves the cycle: evaluation reports, half-year reports and board summaries, on screen and on paper.
@NullMarked
package tsukasa.cycle.output;

import org.jspecify.annotations.NullMarked;
