@NullMarked
package tsukasa.plan.record;

import org.jspecify.annotations.NullMarked;
