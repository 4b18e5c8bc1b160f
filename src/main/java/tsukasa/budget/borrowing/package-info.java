/// Short-term borrowing: never above the limit, at no moment.
@NullMarked
package tsukasa.budget.borrowing;

import org.jspecify.annotations.NullMarked;
