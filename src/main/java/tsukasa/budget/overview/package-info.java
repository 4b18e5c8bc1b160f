/// Budget against execution and forecast, and beside the measures they pay for.
@NullMarked
package tsukasa.budget.overview;

import org.jspecify.annotations.NullMarked;
