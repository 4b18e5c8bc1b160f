/// Tables that leave the platform as files, and those that come from outside.
@NamedInterface
@NullMarked
package tsukasa.kernel.table;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
