@NullMarked
package tsukasa.identity.me;

import org.jspecify.annotations.NullMarked;
