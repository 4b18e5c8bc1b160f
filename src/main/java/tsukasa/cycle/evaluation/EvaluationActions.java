package tsukasa.cycle.evaluation;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import tsukasa.audit.Action;
import tsukasa.audit.Actor;
import tsukasa.audit.AuditTrail;
import tsukasa.audit.Deed;
import tsukasa.audit.KnownActions;
import tsukasa.audit.Thing;
import tsukasa.cycle.Evaluation.Kind;
import tsukasa.cycle.Evaluation.State;
import tsukasa.identity.Visitor;
import tsukasa.plan.Place;

/// What the audit trail says about evaluations.
@Component
class EvaluationActions {
    private static final Action WRITTEN = Action.of("evaluation.written", "評価を書いた", "Evaluation written");
    private static final Action SUBMITTED =
            Action.of("evaluation.submitted", "評価の承認を求めた", "Evaluation submitted for approval");
    private static final Action RETURNED = Action.of("evaluation.returned", "評価を差し戻した", "Evaluation returned");
    private static final Action APPROVED = Action.of("evaluation.approved", "評価を確定した", "Evaluation made final");
    private static final Action REOPENED = Action.of("evaluation.reopened", "評価を再開した", "Evaluation reopened");
    private static final Action BROUGHT =
            Action.of("evaluation.imported", "主務大臣評価をファイルから取り込んだ", "Minister's evaluation imported");
    private static final Action UNDONE =
            Action.of("evaluation.import-undone", "取り込んだ評価を元に戻した", "Import of evaluations taken back");
    private final AuditTrail trail;

    EvaluationActions(AuditTrail trail) {
        this.trail = trail;
    }

    @Bean
    static KnownActions evaluationActions() {
        return KnownActions.of(WRITTEN, SUBMITTED, RETURNED, APPROVED, REOPENED, BROUGHT, UNDONE);
    }

    void became(State state, String plan, Place section, Kind kind, int revision, Visitor by, @Nullable String why) {
        Action action = switch (state) {
            case DRAFT -> WRITTEN;
            case SUBMITTED -> SUBMITTED;
            case RETURNED -> RETURNED;
            case APPROVED -> APPROVED;
            case REOPENED -> REOPENED;
        };
        String id = plan + "/" + section.slug() + "/" + kind.name().toLowerCase(java.util.Locale.ROOT);
        trail.record(Deed.did(action, Thing.of("evaluation", id, ""))
                .by(Actor.of(by))
                .because(why)
                .with("revision", revision));
    }

    void brought(String plan, long number, String sha256, int drafts, Visitor by) {
        trail.record(Deed.did(BROUGHT, Thing.of("evaluation-import", plan + "/" + number, ""))
                .by(Actor.of(by))
                .with("sha256", sha256)
                .with("drafts", drafts));
    }

    void undone(String plan, long number, int back, Visitor by) {
        trail.record(Deed.did(UNDONE, Thing.of("evaluation-import", plan + "/" + number, ""))
                .by(Actor.of(by))
                .with("back", back));
    }
}
