@NullMarked
package tsukasa.advisories.csaf;

import org.jspecify.annotations.NullMarked;
