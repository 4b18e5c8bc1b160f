/// Tables that leave the platform as files.
@NamedInterface
@NullMarked
package tsukasa.kernel.table;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
