@NullMarked
package tsukasa;

import org.jspecify.annotations.NullMarked;
