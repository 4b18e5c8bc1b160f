/// The yearly cut of expenses, step by step.
@NullMarked
package tsukasa.budget.efficiency;

import org.jspecify.annotations.NullMarked;
