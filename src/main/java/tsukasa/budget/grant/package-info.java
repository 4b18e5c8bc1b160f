/// The operating grant: received, used, and what would be left.
@NullMarked
package tsukasa.budget.grant;

import org.jspecify.annotations.NullMarked;
