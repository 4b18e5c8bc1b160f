/// The outbox: letters on their way to a mail server, or to files when there is none.
@NullMarked
package tsukasa.mail.outbox;

import org.jspecify.annotations.NullMarked;
