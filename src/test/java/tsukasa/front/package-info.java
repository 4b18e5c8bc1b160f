@NullMarked
package tsukasa.front;

import org.jspecify.annotations.NullMarked;
