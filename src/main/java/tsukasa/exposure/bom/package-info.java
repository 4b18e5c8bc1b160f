/// Reads bills of materials, as a stream and within bounds.
@NullMarked
package tsukasa.exposure.bom;

import org.jspecify.annotations.NullMarked;
