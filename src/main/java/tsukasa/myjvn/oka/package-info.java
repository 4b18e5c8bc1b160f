@NullMarked
package tsukasa.myjvn.oka;

import org.jspecify.annotations.NullMarked;
