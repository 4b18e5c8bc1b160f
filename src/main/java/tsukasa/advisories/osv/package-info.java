@NullMarked
package tsukasa.advisories.osv;

import org.jspecify.annotations.NullMarked;
