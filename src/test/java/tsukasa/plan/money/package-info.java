@NullMarked
package tsukasa.plan.money;

import org.jspecify.annotations.NullMarked;
