/// Brings every index up to date with what its owner keeps, and shows how far it is behind.
@NullMarked
package tsukasa.search.following;

import org.jspecify.annotations.NullMarked;
