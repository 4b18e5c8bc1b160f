@NullMarked
package tsukasa.plan;

import org.jspecify.annotations.NullMarked;
