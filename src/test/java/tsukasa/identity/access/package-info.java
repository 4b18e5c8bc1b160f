@NullMarked
package tsukasa.identity.access;

import org.jspecify.annotations.NullMarked;
