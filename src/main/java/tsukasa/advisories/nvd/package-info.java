@NullMarked
package tsukasa.advisories.nvd;

import org.jspecify.annotations.NullMarked;
