/// Reads the plain text of an annual plan into a document, indicators and money tables; prints it back; writes
/// packages.
@NullMarked
package tsukasa.plan.reading;

import org.jspecify.annotations.NullMarked;
