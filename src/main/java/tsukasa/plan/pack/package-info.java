/// Reads plan packages, checks them as a whole, and keeps the shelf of plans.
@NullMarked
package tsukasa.plan.pack;

import org.jspecify.annotations.NullMarked;
