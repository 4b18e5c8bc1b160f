@NullMarked
package tsukasa.kernel.openapi;

import org.jspecify.annotations.NullMarked;
