package tsukasa.cycle.output;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tsukasa.audit.Action;
import tsukasa.audit.Actor;
import tsukasa.audit.AuditTrail;
import tsukasa.audit.Deed;
import tsukasa.audit.KnownActions;
import tsukasa.audit.Thing;
import tsukasa.cycle.CycleOutcome;
import tsukasa.cycle.CycleOutcome.Done;
import tsukasa.cycle.Evaluation;
import tsukasa.cycle.Evaluation.State;
import tsukasa.cycle.ItemSheet;
import tsukasa.identity.Visitor;
import tsukasa.kernel.Sha256;
import tsukasa.plan.Plan;

/// Sends a report out: its bytes are kept as they are, with the version of each evaluation it says.
@Component
class IssuingDesk {
    private static final Action ISSUED = Action.of("report.issued", "評価書を発行", "Evaluation report issued");
    private static final int LONGEST_NOTE = 2_000;
    private final IssuedStore store;
    private final AuditTrail trail;
    private final Clock clock;

    IssuingDesk(IssuedStore store, AuditTrail trail, Clock clock) {
        this.store = store;
        this.trail = trail;
        this.clock = clock;
    }

    @Bean
    static KnownActions issuingActions() {
        return KnownActions.of(ISSUED);
    }

    /// Items whose self-evaluation is not final: none may be missing when it goes out.
    static List<ItemSheet> missing(List<ItemSheet> sheets) {
        return sheets.stream()
                .filter(sheet -> sheet.self()
                        .filter(self -> self.state() == State.APPROVED)
                        .isEmpty())
                .toList();
    }

    @Transactional
    public CycleOutcome issue(Plan plan, List<ItemSheet> sheets, byte[] pdf, String note, Visitor by) {
        if (!missing(sheets).isEmpty()) {
            return CycleOutcome.conflict(
                    "自己評価が確定していない項目があります。すべて確定してから発行してください。",
                    "Some self-evaluations are not final. Issue once all of them are.");
        }
        int number = store.of(plan.id()).stream()
                        .findFirst()
                        .map(IssuedStore.Issued::number)
                        .orElse(0)
                + 1;
        if (number > 1 && note.isBlank() || note.length() > LONGEST_NOTE) {
            return CycleOutcome.wrong(
                    "note",
                    "前の版から何が変わったかを2,000字以内で書いてください。",
                    "Say what changed since the last one, in at most 2,000 characters.");
        }
        String sha256 = sha256(pdf);
        Optional<Long> id = store.issue(plan.id(), number, note.strip(), sha256, pdf, by, clock.instant());
        if (id.isEmpty()) {
            return CycleOutcome.conflict("同時に別の版が発行されました。", "Another one went out at the same time.");
        }
        int position = 0;
        for (IssuedStore.Grade grade : grades(sheets)) {
            store.grade(id.get(), ++position, grade);
        }
        trail.record(Deed.did(ISSUED, Thing.of("report", plan.id() + "/" + number, ""))
                .by(Actor.of(by))
                .because(note.isBlank() ? null : note.strip())
                .with("sha256", sha256));
        return new Done(number);
    }

    private static List<IssuedStore.Grade> grades(List<ItemSheet> sheets) {
        return sheets.stream()
                .flatMap(sheet -> Stream.of(sheet.self(), sheet.minister()))
                .flatMap(Optional::stream)
                .filter(evaluation -> evaluation.state() == State.APPROVED)
                .map(evaluation -> new IssuedStore.Grade(
                        evaluation.section().value(),
                        evaluation.kind(),
                        evaluation.revision(),
                        evaluation.words().grade()))
                .toList();
    }

    /// Which evaluations are not any more as that report said.
    List<Evaluation> changed(long report, List<ItemSheet> sheets) {
        List<IssuedStore.Grade> then = store.grades(report);
        return sheets.stream()
                .flatMap(sheet -> Stream.of(sheet.self(), sheet.minister()))
                .flatMap(Optional::stream)
                .filter(now -> then.stream()
                        .noneMatch(grade -> grade.section().equals(now.section().value())
                                && grade.kind() == now.kind()
                                && grade.revision() == now.revision()))
                .filter(now -> now.state() == State.APPROVED || said(then, now))
                .toList();
    }

    private static boolean said(List<IssuedStore.Grade> then, Evaluation now) {
        return then.stream()
                .anyMatch(grade -> grade.section().equals(now.section().value()) && grade.kind() == now.kind());
    }

    static String sha256(byte[] bytes) {
        return Sha256.hex(bytes);
    }
}
