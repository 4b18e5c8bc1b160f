@NullMarked
package tsukasa.scheme.casework;

import org.jspecify.annotations.NullMarked;
