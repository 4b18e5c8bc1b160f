@NullMarked
package tsukasa.kernel.gallery;

import org.jspecify.annotations.NullMarked;
