/// What a person sees and sets about themselves.
@NullMarked
package tsukasa.identity.me;

import org.jspecify.annotations.NullMarked;
