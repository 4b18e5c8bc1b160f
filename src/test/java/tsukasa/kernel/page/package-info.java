@NullMarked
package tsukasa.kernel.page;

import org.jspecify.annotations.NullMarked;
