/// Four eyes: what one person writes, another publishes. The way of a draft, and what its pages have in common.
@NamedInterface
@NullMarked
package tsukasa.kernel.foureyes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
