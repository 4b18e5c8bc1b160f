/// One's own entry: step up, change, withdraw, and the mark.
@NullMarked
package tsukasa.scheme.mine;

import org.jspecify.annotations.NullMarked;
