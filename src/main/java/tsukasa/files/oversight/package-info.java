/// What the administrator sees and does about kept files.
@NullMarked
package tsukasa.files.oversight;

import org.jspecify.annotations.NullMarked;
