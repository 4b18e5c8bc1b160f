@NullMarked
package tsukasa.plan.pack;

import org.jspecify.annotations.NullMarked;
