/// What the platform looks at every so often, by itself.
@NamedInterface
@NullMarked
package tsukasa.kernel.round;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
