package tsukasa.mail.outbox;

import java.time.Instant;
import tsukasa.mail.Letter;
import tsukasa.mail.MailId;

/// A letter that is due, held by this transaction.
///
/// @param attempts how many were made before
record Waiting(MailId id, Letter letter, int attempts, Instant writtenAt) {}
