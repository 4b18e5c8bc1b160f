/// Monthly execution: entered, corrected as a new version, locked with its period.
@NullMarked
package tsukasa.budget.ledger;

import org.jspecify.annotations.NullMarked;
