/// Reading, writing and comparing CPE names.
@NullMarked
package tsukasa.naming.cpe;

import org.jspecify.annotations.NullMarked;
