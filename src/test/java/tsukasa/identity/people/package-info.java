@NullMarked
package tsukasa.identity.people;

import org.jspecify.annotations.NullMarked;
