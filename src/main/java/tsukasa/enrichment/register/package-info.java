@NullMarked
package tsukasa.enrichment.register;

import org.jspecify.annotations.NullMarked;
