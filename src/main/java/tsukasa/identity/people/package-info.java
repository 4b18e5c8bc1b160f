/// Who is who, and what each is to the agency.
@NullMarked
package tsukasa.identity.people;

import org.jspecify.annotations.NullMarked;
