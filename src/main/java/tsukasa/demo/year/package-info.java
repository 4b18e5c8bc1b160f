/// Tells the demonstration year to the real services, chapter by chapter; telling it twice changes nothing.
@NullMarked
package tsukasa.demo.year;

import org.jspecify.annotations.NullMarked;
