package tsukasa.cycle.years;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import tsukasa.audit.Action;
import tsukasa.audit.Actor;
import tsukasa.audit.AuditTrail;
import tsukasa.audit.Deed;
import tsukasa.audit.KnownActions;
import tsukasa.audit.Thing;
import tsukasa.cycle.CycleOutcome;
import tsukasa.cycle.CycleOutcome.Done;
import tsukasa.cycle.CycleOutcome.Fault;
import tsukasa.cycle.ItemSheet;
import tsukasa.cycle.ItemYears;
import tsukasa.cycle.PastFigure;
import tsukasa.cycle.PastYears;
import tsukasa.identity.Visitor;
import tsukasa.kernel.FiscalYear;
import tsukasa.plan.Plan;
import tsukasa.plan.PlanShelf;

/// Keeps what was entered about earlier years; every correction is a further version with its reason.
@Service
class PastDesk implements PastYears {
    private static final Action ENTERED =
            Action.of("past-figure.entered", "過年度の値を記入", "Figure of an earlier year entered");
    private static final Action CORRECTED =
            Action.of("past-figure.corrected", "過年度の値を訂正", "Figure of an earlier year corrected");
    private final PastFigureStore store;
    private final Courses courses;
    private final PlanShelf shelf;
    private final AuditTrail trail;
    private final Clock clock;

    PastDesk(PastFigureStore store, Courses courses, PlanShelf shelf, AuditTrail trail, Clock clock) {
        this.store = store;
        this.courses = courses;
        this.shelf = shelf;
        this.trail = trail;
        this.clock = clock;
    }

    @Bean
    static KnownActions pastFigureActions() {
        return KnownActions.of(ENTERED, CORRECTED);
    }

    PastRules rules(Plan plan) {
        return new PastRules(plan, shelf.plans());
    }

    @Override
    public List<ItemYears> of(List<ItemSheet> sheets) {
        return sheets.isEmpty()
                ? List.of()
                : courses.of(sheets, store.of(sheets.getFirst().plan().id()));
    }

    @Override
    public List<PastFigure> entered(Plan plan) {
        return store.of(plan.id());
    }

    @Override
    public List<PastFigure> history(Plan plan, String subject, FiscalYear year) {
        return store.history(plan.id(), subject, year);
    }

    static Optional<PastFigure> latest(List<PastFigure> entered, String subject, FiscalYear year) {
        return entered.stream()
                .filter(figure ->
                        figure.subject().equals(subject) && figure.year().equals(year))
                .findFirst();
    }

    @Override
    @Transactional
    public CycleOutcome enter(Plan plan, List<PastFigure.Entry> entries, Visitor by) {
        return enter(plan, entries, null, by);
    }

    @Transactional
    CycleOutcome enter(Plan plan, List<PastFigure.Entry> entries, @Nullable Long file, Visitor by) {
        PastRules rules = rules(plan);
        List<PastFigure> now = store.of(plan.id());
        List<Fault> faults = entries.stream()
                .flatMap(entry -> rules.faults(entry, latest(now, entry.subject(), entry.year())).stream())
                .toList();
        if (!faults.isEmpty()) {
            return CycleOutcome.wrong(faults);
        }
        for (PastFigure.Entry entry : entries) {
            if (!store.next(plan.id(), entry, file, by, clock.instant())) {
                TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
                return CycleOutcome.conflict(
                        "開いている間に、ほかの人が先に記入しました。何も保存していません。今の値を確かめてください。",
                        "Somebody entered it while you were writing. Nothing is saved: look at the figure of now.");
            }
            trail.record(Deed.did(
                            entry.read() == 0 ? ENTERED : CORRECTED,
                            Thing.of(
                                    "past-figure",
                                    plan.id() + "/" + entry.subject() + "/"
                                            + entry.year().year(),
                                    ""))
                    .by(Actor.of(by))
                    .because(entry.why().orElse(null))
                    .with("version", entry.read() + 1));
        }
        return new Done(entries.size());
    }
}
