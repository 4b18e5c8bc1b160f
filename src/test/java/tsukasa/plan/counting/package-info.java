@NullMarked
package tsukasa.plan.counting;

import org.jspecify.annotations.NullMarked;
