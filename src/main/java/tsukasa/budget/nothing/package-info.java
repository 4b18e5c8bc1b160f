/// What the plan says there is none of.
@NullMarked
package tsukasa.budget.nothing;

import org.jspecify.annotations.NullMarked;
