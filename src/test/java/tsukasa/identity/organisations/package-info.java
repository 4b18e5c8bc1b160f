@NullMarked
package tsukasa.identity.organisations;

import org.jspecify.annotations.NullMarked;
