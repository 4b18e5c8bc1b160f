/// Grading: self-evaluation, its approval, and the minister's evaluation, item by item.
@NullMarked
package tsukasa.cycle.evaluation;

import org.jspecify.annotations.NullMarked;
