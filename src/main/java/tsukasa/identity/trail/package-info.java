/// What happened to how people sign in: kept, published, mailed.
@NullMarked
package tsukasa.identity.trail;

import org.jspecify.annotations.NullMarked;
