/// One's own entry: change, step up, withdraw, and the mark.
@NullMarked
package tsukasa.scheme.mine;

import org.jspecify.annotations.NullMarked;
