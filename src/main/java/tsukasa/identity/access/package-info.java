/// The one place where permission is decided.
@NullMarked
package tsukasa.identity.access;

import org.jspecify.annotations.NullMarked;
