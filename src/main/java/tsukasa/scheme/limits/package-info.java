/// Counts attempts by day.
@NullMarked
package tsukasa.scheme.limits;

import org.jspecify.annotations.NullMarked;
