@NullMarked
package tsukasa.scheme.lookup;

import org.jspecify.annotations.NullMarked;
