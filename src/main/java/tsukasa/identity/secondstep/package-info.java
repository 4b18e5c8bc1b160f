/// The second proof: one-time codes, recovery codes, and the page that asks for it.
@NullMarked
package tsukasa.identity.secondstep;

import org.jspecify.annotations.NullMarked;
