package tsukasa.mail;

import java.util.UUID;

/// Which letter of the outbox.
public record MailId(UUID value) {}
