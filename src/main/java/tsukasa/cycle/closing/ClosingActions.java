package tsukasa.cycle.closing;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import tsukasa.audit.Action;
import tsukasa.audit.Actor;
import tsukasa.audit.AuditTrail;
import tsukasa.audit.Deed;
import tsukasa.audit.KnownActions;
import tsukasa.audit.Thing;
import tsukasa.cycle.Closing;
import tsukasa.cycle.Closing.State;
import tsukasa.identity.Visitor;

/// What the audit trail says about closings.
@Component
class ClosingActions {
    private static final Action PROPOSED = Action.of("period.proposed", "期間の締めを申請", "Closing proposed");
    private static final Action CLOSED = Action.of("period.closed", "期間を締めた", "Period closed");
    private static final Action RETURNED = Action.of("period.returned", "期間の締めを差戻し", "Closing returned");
    private static final Action REOPENED = Action.of("period.reopened", "期間を再開", "Period reopened");
    private final AuditTrail trail;

    ClosingActions(AuditTrail trail) {
        this.trail = trail;
    }

    @Bean
    static KnownActions closingActions() {
        return KnownActions.of(PROPOSED, CLOSED, RETURNED, REOPENED);
    }

    void became(Closing closing, State state, Visitor by, @Nullable String reason) {
        Action action = switch (state) {
            case PROPOSED -> PROPOSED;
            case CLOSED -> CLOSED;
            case RETURNED -> RETURNED;
            case REOPENED -> REOPENED;
        };
        String id = closing.plan() + "/" + closing.period().part().slug();
        trail.record(Deed.did(action, Thing.of("period", id, ""))
                .by(Actor.of(by))
                .because(reason)
                .with("closing", closing.id()));
    }
}
