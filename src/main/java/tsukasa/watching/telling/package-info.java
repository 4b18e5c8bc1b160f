@NullMarked
package tsukasa.watching.telling;

import org.jspecify.annotations.NullMarked;
