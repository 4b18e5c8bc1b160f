/// The rules of a year about money, read from files.
@NullMarked
package tsukasa.budget.years;

import org.jspecify.annotations.NullMarked;
