/// What the platform says at a terminal: that it is up, or why it cannot start.
@NullMarked
package tsukasa.kernel.start;

import org.jspecify.annotations.NullMarked;
