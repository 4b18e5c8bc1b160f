@NullMarked
package tsukasa.watching.keeping;

import org.jspecify.annotations.NullMarked;
