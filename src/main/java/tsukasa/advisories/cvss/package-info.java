@NullMarked
package tsukasa.advisories.cvss;

import org.jspecify.annotations.NullMarked;
