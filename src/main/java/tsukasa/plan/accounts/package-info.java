/// The money tables to read and to take away.
@NullMarked
package tsukasa.plan.accounts;

import org.jspecify.annotations.NullMarked;
