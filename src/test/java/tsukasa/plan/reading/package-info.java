@NullMarked
package tsukasa.plan.reading;

import org.jspecify.annotations.NullMarked;
