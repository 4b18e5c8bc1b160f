@NullMarked
package tsukasa.tools.showing;

import org.jspecify.annotations.NullMarked;
