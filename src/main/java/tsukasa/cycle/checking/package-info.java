/// Files and pasted rows between the moment they were checked and the moment they are entered.
@NullMarked
package tsukasa.cycle.checking;

import org.jspecify.annotations.NullMarked;
