/// Writing entries down, and finding them again.
@NullMarked
package tsukasa.audit.trail;

import org.jspecify.annotations.NullMarked;
