@NullMarked
package tsukasa.identity;

import org.jspecify.annotations.NullMarked;
