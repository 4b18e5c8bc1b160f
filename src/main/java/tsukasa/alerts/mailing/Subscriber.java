package tsukasa.alerts.mailing;

import java.util.UUID;
import tsukasa.kernel.Language;
import tsukasa.mail.EmailAddress;

/// @param token ends the subscription
record Subscriber(UUID id, EmailAddress address, Language language, String token) {}
