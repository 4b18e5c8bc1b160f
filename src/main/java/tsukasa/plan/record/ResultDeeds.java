package tsukasa.plan.record;

import java.util.Collection;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import tsukasa.audit.Action;
import tsukasa.audit.Actor;
import tsukasa.audit.AuditTrail;
import tsukasa.audit.Deed;
import tsukasa.audit.KnownActions;
import tsukasa.audit.Thing;
import tsukasa.identity.Visitor;

/// What the audit trail says about results.
@Component
class ResultDeeds {
    private static final Action ENTERED = Action.of("result.entered", "実績を記録", "Result entered");
    private static final Action PROVED = Action.of("result.proved", "証拠を追加", "Evidence added");
    private static final Action APPROVED = Action.of("result.approved", "実績を承認", "Result approved");
    private static final Action WITHDRAWN = Action.of("result.withdrawn", "実績を取下げ", "Result withdrawn");

    /// Of evidence that was read before it was a kept file; since then its readings are `file.read`.
    private static final Action EVIDENCE_READ = Action.of("evidence.read", "証拠を閲覧", "Evidence read");

    /// A form of a page names this many at most; more are a load of data, which is one deed.
    private static final int ONE_BY_ONE = 50;

    private final AuditTrail trail;

    ResultDeeds(AuditTrail trail) {
        this.trail = trail;
    }

    @Bean
    static KnownActions resultActions() {
        return KnownActions.of(ENTERED, PROVED, APPROVED, WITHDRAWN, EVIDENCE_READ);
    }

    void entered(List<String> ids, Visitor by) {
        each(ENTERED, ids, by);
    }

    void proved(Collection<String> ids, String sha256, Visitor by) {
        trail.record(of(PROVED, ids, by).with("sha256", sha256));
    }

    void approved(List<String> ids, Visitor by) {
        each(APPROVED, ids, by);
    }

    void withdrawn(String id, String reason, Visitor by) {
        trail.record(of(WITHDRAWN, List.of(id), by).because(reason));
    }

    private void each(Action action, List<String> ids, Visitor by) {
        if (ids.size() > ONE_BY_ONE) {
            trail.record(of(action, ids, by));
        } else {
            ids.forEach(id -> trail.record(of(action, List.of(id), by)));
        }
    }

    private static Deed of(Action action, Collection<String> ids, Visitor by) {
        Deed deed = ids.size() == 1
                ? Deed.did(action, Thing.of("result", ids.iterator().next(), ""))
                : Deed.did(action, Thing.all("result"))
                        .with("count", ids.size())
                        .with("ids", String.join(" ", ids));
        return deed.by(Actor.of(by));
    }
}
