/// Meetings: agenda, papers, what was said and decided.
@NullMarked
package tsukasa.cycle.meeting;

import org.jspecify.annotations.NullMarked;
