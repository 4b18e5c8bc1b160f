@NullMarked
package tsukasa.watching.showing;

import org.jspecify.annotations.NullMarked;
