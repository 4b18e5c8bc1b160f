/// The chain: sealing entries, signing days, and finding what is no longer as it was sealed.
@NullMarked
package tsukasa.audit.chain;

import org.jspecify.annotations.NullMarked;
