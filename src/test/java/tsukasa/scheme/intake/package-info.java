@NullMarked
package tsukasa.scheme.intake;

import org.jspecify.annotations.NullMarked;
