package tsukasa.budget.ledger;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import tsukasa.audit.Action;
import tsukasa.audit.Actor;
import tsukasa.audit.AuditTrail;
import tsukasa.audit.Deed;
import tsukasa.audit.KnownActions;
import tsukasa.audit.Thing;
import tsukasa.budget.Execution.SourceFile;
import tsukasa.budget.NewAmount;
import tsukasa.identity.Visitor;
import tsukasa.plan.Plan;

/// What the audit trail says about execution: one entry for what was entered at once, each version is in the book.
@Component
class ExecutionActions {
    private static final Action ENTERED = Action.of("execution.entered", "執行額を記録", "Execution entered");
    private static final Action CORRECTED = Action.of("execution.corrected", "執行額を訂正", "Execution corrected");
    private final AuditTrail trail;

    ExecutionActions(AuditTrail trail) {
        this.trail = trail;
    }

    @Bean
    static KnownActions executionActions() {
        return KnownActions.of(ENTERED, CORRECTED);
    }

    void entered(Plan plan, List<NewAmount> amounts, List<Integer> changing, Visitor by, Optional<SourceFile> file) {
        if (changing.isEmpty()) {
            return;
        }
        List<NewAmount> changed = changing.stream().map(amounts::get).toList();
        long corrected = changed.stream().filter(amount -> amount.seen() > 0).count();
        String months = changed.stream()
                .map(amount -> amount.month().toString())
                .distinct()
                .sorted()
                .collect(Collectors.joining(" "));
        Deed deed = Deed.did(
                        corrected > 0 ? CORRECTED : ENTERED,
                        Thing.of("execution", plan.id(), plan.title().ja()))
                .by(Actor.of(by))
                .because(changed.stream()
                        .flatMap(amount -> amount.reason().stream())
                        .distinct()
                        .collect(Collectors.collectingAndThen(
                                Collectors.joining(" / "), s -> s.isEmpty() ? null : shortened(s))))
                .with("amounts", (long) changed.size())
                .with("corrected", corrected)
                .with("months", months);
        trail.record(file.map(f -> deed.with("file", f.name()).with("sha256", f.sha256()))
                .orElse(deed));
    }

    private static String shortened(String reasons) {
        return reasons.length() <= 2_000 ? reasons : reasons.substring(0, 1_999) + "…";
    }
}
