/// Answers that are kept as they are sent, so that the same question is worked out once.
@NamedInterface
@NullMarked
package tsukasa.kernel.kept;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
