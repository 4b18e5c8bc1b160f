/// Keys in files that their owner alone may read.
@NamedInterface
@NullMarked
package tsukasa.kernel.keys;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
