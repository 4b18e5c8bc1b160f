@NullMarked
package tsukasa.staff;

import org.jspecify.annotations.NullMarked;
