@NullMarked
package tsukasa.advisories.keeping;

import org.jspecify.annotations.NullMarked;
