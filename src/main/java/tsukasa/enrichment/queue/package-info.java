@NullMarked
package tsukasa.enrichment.queue;

import org.jspecify.annotations.NullMarked;
