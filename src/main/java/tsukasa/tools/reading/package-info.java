@NullMarked
package tsukasa.tools.reading;

import org.jspecify.annotations.NullMarked;
