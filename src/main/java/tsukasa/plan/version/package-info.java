/// Versions of a plan: the only way onto the shelf besides files laid there by hand, and what differs between them.
@NullMarked
package tsukasa.plan.version;

import org.jspecify.annotations.NullMarked;
