@NullMarked
package tsukasa.scheme;

import org.jspecify.annotations.NullMarked;
