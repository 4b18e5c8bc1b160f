@NullMarked
package tsukasa.kernel;

import org.jspecify.annotations.NullMarked;
