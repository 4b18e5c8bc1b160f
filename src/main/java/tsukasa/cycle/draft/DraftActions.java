package tsukasa.cycle.draft;

import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import tsukasa.audit.Action;
import tsukasa.audit.Actor;
import tsukasa.audit.AuditTrail;
import tsukasa.audit.Deed;
import tsukasa.audit.KnownActions;
import tsukasa.audit.Thing;
import tsukasa.cycle.PlanDraft.State;
import tsukasa.identity.Visitor;

/// What the audit trail says about drafts of plans.
@Component
class DraftActions {
    private static final Action BEGUN =
            Action.of("draft.begun", "計画案の作成を始めた・改めた", "Draft of a plan begun or described anew");
    private static final Action WRITTEN = Action.of("draft.written", "計画案に書いた", "Draft of a plan written in");
    private static final Action SUBMITTED = Action.of("draft.submitted", "計画案の承認を求めた", "Draft of a plan submitted");
    private static final Action RETURNED = Action.of("draft.returned", "計画案を差し戻した", "Draft of a plan returned");
    private static final Action ADOPTED = Action.of("draft.adopted", "計画案を計画として確定した", "Draft adopted as the plan");
    private static final Action ABANDONED = Action.of("draft.abandoned", "計画案を取りやめた", "Draft of a plan abandoned");
    private final AuditTrail trail;

    DraftActions(AuditTrail trail) {
        this.trail = trail;
    }

    @Bean
    static KnownActions draftActions() {
        return KnownActions.of(BEGUN, WRITTEN, SUBMITTED, RETURNED, ADOPTED, ABANDONED);
    }

    void became(State state, long draft, String plan, String why, Visitor by) {
        Action action = switch (state) {
            case DRAFTING -> BEGUN;
            case SUBMITTED -> SUBMITTED;
            case RETURNED -> RETURNED;
            case ADOPTED -> ADOPTED;
            case ABANDONED -> ABANDONED;
        };
        trail.record(Deed.did(action, Thing.of("plan-draft", String.valueOf(draft), plan))
                .by(Actor.of(by))
                .because(why.isEmpty() ? null : why));
    }

    /// @param what a clause, a threshold or a table
    void wrote(long draft, String what, String now, Visitor by) {
        trail.record(Deed.did(WRITTEN, Thing.of("plan-draft", String.valueOf(draft), ""))
                .by(Actor.of(by))
                .with("what", what)
                .with("now", now));
    }
}
