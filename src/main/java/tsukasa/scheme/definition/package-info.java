/// Reads the folders that schemes are, and remembers every version a case began with.
@NullMarked
package tsukasa.scheme.definition;

import org.jspecify.annotations.NullMarked;
