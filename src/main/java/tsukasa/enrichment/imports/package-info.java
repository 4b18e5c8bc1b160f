@NullMarked
package tsukasa.enrichment.imports;

import org.jspecify.annotations.NullMarked;
