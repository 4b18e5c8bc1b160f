/// The description of everything under `/api/`, made from the mappings and records themselves.
@NamedInterface
@NullMarked
package tsukasa.kernel.openapi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
