/// Messages on their way to machines of others.
@NullMarked
package tsukasa.hooks.outbox;

import org.jspecify.annotations.NullMarked;
