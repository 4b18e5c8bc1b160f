/// The measurements: the visitor outside, and what only the inside can time.
@NullMarked
package tsukasa.bench.measuring;

import org.jspecify.annotations.NullMarked;
