package tsukasa.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A letter in the outbox, with how its delivery goes.
///
/// @param body    absent when it is secret
/// @param trouble what the mail server said at the last failed attempt
public record OutgoingMail(
        MailId id,
        EmailAddress to,
        String subject,
        @Nullable String body,
        DeliveryState state,
        int attempts,
        Instant writtenAt,
        @Nullable Instant sentAt,
        @Nullable String trouble) {}
