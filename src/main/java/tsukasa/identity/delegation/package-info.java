/// 代理: one organisation acts for another.
@NullMarked
package tsukasa.identity.delegation;

import org.jspecify.annotations.NullMarked;
