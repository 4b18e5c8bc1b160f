@NullMarked
package tsukasa.enrichment.bulk;

import org.jspecify.annotations.NullMarked;
