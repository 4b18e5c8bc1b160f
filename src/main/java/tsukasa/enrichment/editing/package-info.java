@NullMarked
package tsukasa.enrichment.editing;

import org.jspecify.annotations.NullMarked;
