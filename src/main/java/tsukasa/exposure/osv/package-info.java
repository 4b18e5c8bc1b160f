@NullMarked
package tsukasa.exposure.osv;

import org.jspecify.annotations.NullMarked;
