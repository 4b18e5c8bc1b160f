@NullMarked
package tsukasa.advisories.cve;

import org.jspecify.annotations.NullMarked;
