@NullMarked
package tsukasa.enrichment.proposal;

import org.jspecify.annotations.NullMarked;
