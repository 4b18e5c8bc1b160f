@NullMarked
package tsukasa.plan.page;

import org.jspecify.annotations.NullMarked;
