package tsukasa.identity.trail;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import tsukasa.audit.Action;
import tsukasa.audit.AuditTrail;
import tsukasa.audit.Deed;
import tsukasa.audit.KnownActions;
import tsukasa.audit.Thing;
import tsukasa.identity.Person;
import tsukasa.identity.SecurityEvent;
import tsukasa.identity.SecurityEvent.Kind;

/// What the audit trail says about the ways in: `means.passkey-added`. Coming in and proving again are recorded where
/// the session is made.
@Component
class SecurityActions {
    private final AuditTrail trail;

    SecurityActions(AuditTrail trail) {
        this.trail = trail;
    }

    @Bean
    static KnownActions meansActions() {
        return KnownActions.of(Arrays.stream(Kind.values())
                .filter(SecurityActions::recorded)
                .map(SecurityActions::action)
                .toArray(Action[]::new));
    }

    private static boolean recorded(Kind kind) {
        return kind != Kind.SIGNED_IN && kind != Kind.PROVED_AGAIN;
    }

    private static Action action(Kind kind) {
        String word = "means." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new Action(word, kind.title());
    }

    void record(SecurityEvent event, @Nullable Person person) {
        if (recorded(event.kind())) {
            String name = person == null ? "" : person.displayName();
            trail.record(Deed.did(action(event.kind()), Thing.of("person", event.person(), name))
                    .with("detail", event.detail()));
        }
    }
}
