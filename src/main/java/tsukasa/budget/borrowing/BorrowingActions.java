package tsukasa.budget.borrowing;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import tsukasa.audit.Action;
import tsukasa.audit.Actor;
import tsukasa.audit.AuditTrail;
import tsukasa.audit.Deed;
import tsukasa.audit.KnownActions;
import tsukasa.audit.Thing;
import tsukasa.budget.BorrowingEntry.State;
import tsukasa.budget.NewBorrowing;
import tsukasa.identity.Visitor;
import tsukasa.plan.Plan;

/// What the audit trail says about borrowing.
@Component
class BorrowingActions {
    private static final Action PROPOSED = Action.of("borrowing.proposed", "短期借入れ・返済を申請", "Borrowing proposed");
    private static final Action POSTED = Action.of("borrowing.posted", "短期借入れ・返済を承認", "Borrowing posted");
    private static final Action RETURNED = Action.of("borrowing.returned", "短期借入れ・返済を差戻し", "Borrowing returned");
    private final AuditTrail trail;

    BorrowingActions(AuditTrail trail) {
        this.trail = trail;
    }

    @Bean
    static KnownActions borrowingActions() {
        return KnownActions.of(PROPOSED, POSTED, RETURNED);
    }

    void became(Plan plan, long id, NewBorrowing entry, State state, Visitor by, @Nullable String reason) {
        Action action = switch (state) {
            case PROPOSED -> PROPOSED;
            case POSTED -> POSTED;
            case RETURNED -> RETURNED;
        };
        trail.record(Deed.did(action, Thing.of("borrowing", plan.id() + "/" + id, entry.lender()))
                .by(Actor.of(by))
                .because(reason)
                .with("kind", entry.kind().name())
                .with("yen", entry.yen())
                .with("at", entry.at().toString()));
    }
}
