/// Trees of statements about products, asked for an inventory.
@NullMarked
package tsukasa.naming.applicability;

import org.jspecify.annotations.NullMarked;
