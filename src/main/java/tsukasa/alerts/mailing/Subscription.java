package tsukasa.alerts.mailing;

import java.util.Arrays;
import java.util.Optional;
import tsukasa.alerts.Urgency;
import tsukasa.kernel.Language;
import tsukasa.mail.EmailAddress;

/// What somebody wants to be told.
///
/// @param least   how urgent an alert must be
/// @param updates whether later editions are sent too
record Subscription(EmailAddress address, Language language, Urgency least, boolean updates) {
    static Optional<Urgency> urgency(String name) {
        return Arrays.stream(Urgency.values())
                .filter(one -> one.name().equals(name))
                .findFirst();
    }
}
