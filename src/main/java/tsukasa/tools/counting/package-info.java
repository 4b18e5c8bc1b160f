@NullMarked
package tsukasa.tools.counting;

import org.jspecify.annotations.NullMarked;
