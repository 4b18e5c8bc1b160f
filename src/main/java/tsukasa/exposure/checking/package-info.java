/// Checks a bill of materials against the database: the page, and the same for machines.
@NullMarked
package tsukasa.exposure.checking;

import org.jspecify.annotations.NullMarked;
