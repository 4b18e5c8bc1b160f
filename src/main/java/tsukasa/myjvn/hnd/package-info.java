@NullMarked
package tsukasa.myjvn.hnd;

import org.jspecify.annotations.NullMarked;
