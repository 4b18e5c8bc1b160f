@NullMarked
package tsukasa.mail.outbox;

import org.jspecify.annotations.NullMarked;
