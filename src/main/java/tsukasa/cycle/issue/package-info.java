/// 課題: raised by evaluators, answered by departments, closed by a clause of a later plan.
@NullMarked
package tsukasa.cycle.issue;

import org.jspecify.annotations.NullMarked;
