/// Files beside monthly reports and meetings.
@NullMarked
package tsukasa.cycle.papers;

import org.jspecify.annotations.NullMarked;
