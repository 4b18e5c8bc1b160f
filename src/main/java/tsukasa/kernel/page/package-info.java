/// What every page stands in: its frame, its language, its notices.
@NamedInterface
@NullMarked
package tsukasa.kernel.page;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
