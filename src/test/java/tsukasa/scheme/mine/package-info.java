@NullMarked
package tsukasa.scheme.mine;

import org.jspecify.annotations.NullMarked;
