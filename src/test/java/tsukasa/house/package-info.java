/// The house rules, each with its reason, each shown to fail on a deliberately bad fixture.
@NullMarked
package tsukasa.house;

import org.jspecify.annotations.NullMarked;
