/// Where the data is: a PostgreSQL of the operator's own, or one that we start and stop ourselves.
@NamedInterface
@NullMarked
package tsukasa.kernel.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
