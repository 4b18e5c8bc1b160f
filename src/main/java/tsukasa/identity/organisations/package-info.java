/// The organisations that deal with the agency, and who acts for each.
@NullMarked
package tsukasa.identity.organisations;

import org.jspecify.annotations.NullMarked;
