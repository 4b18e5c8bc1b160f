/// How often something may be tried, counted for all nodes together.
@NullMarked
package tsukasa.identity.limits;

import org.jspecify.annotations.NullMarked;
