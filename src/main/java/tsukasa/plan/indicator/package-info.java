/// The indicator pages: all on one screen, and each with its rows.
@NullMarked
package tsukasa.plan.indicator;

import org.jspecify.annotations.NullMarked;
