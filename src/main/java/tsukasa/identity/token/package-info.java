/// API tokens: made and revoked by their owner, shown by programs.
@NullMarked
package tsukasa.identity.token;

import org.jspecify.annotations.NullMarked;
