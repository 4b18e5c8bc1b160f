/// Drafts of plans: amendments and next year's, grown clause by clause from a plan on the shelf.
@NullMarked
package tsukasa.cycle.draft;

import org.jspecify.annotations.NullMarked;
