@NullMarked
package tsukasa.scoring.reading;

import org.jspecify.annotations.NullMarked;
