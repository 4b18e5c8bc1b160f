package tsukasa.budget.efficiency;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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
import tsukasa.budget.Efficiency;
import tsukasa.budget.EfficiencyResult;
import tsukasa.budget.EfficiencyResult.Figure;
import tsukasa.budget.EfficiencyResult.Year;
import tsukasa.budget.MoneyRules;
import tsukasa.budget.MoneyRules.EfficiencyTarget;
import tsukasa.budget.MoneyYears;
import tsukasa.identity.Visitor;
import tsukasa.plan.Plan;

/// The rules of entering figures for the yearly cut.
@Service
class EfficiencyDesk implements Efficiency {
    private static final Action ENTERED = Action.of("efficiency.entered", "効率化の計算の数を記録", "Efficiency figures entered");
    private static final int LONGEST_SOURCE = 300;
    private static final int LONGEST_REASON = 2_000;
    private static final long LARGEST = 10_000_000_000_000L;
    private final EfficiencyStore store;
    private final MoneyYears years;
    private final AuditTrail trail;
    private final Clock clock;

    EfficiencyDesk(EfficiencyStore store, MoneyYears years, AuditTrail trail, Clock clock) {
        this.store = store;
        this.years = years;
        this.trail = trail;
        this.clock = clock;
    }

    @Bean
    static KnownActions efficiencyActions() {
        return KnownActions.of(ENTERED);
    }

    @Override
    public List<EfficiencyResult> of(Plan plan) {
        MoneyRules rules = years.rules(plan);
        List<EfficiencyStore.Placed> known = store.latest(plan.id());
        return rules.targets().stream()
                .map(target -> result(target, items(rules), known))
                .toList();
    }

    private static List<String> items(MoneyRules rules) {
        List<String> items = new ArrayList<>(List.of(EfficiencyResult.GROSS));
        rules.exclusions().forEach(exclusion -> items.add(exclusion.id()));
        return items;
    }

    private static EfficiencyResult result(
            EfficiencyTarget target, List<String> items, List<EfficiencyStore.Placed> known) {
        Map<Year, Map<String, Figure>> figures = new EnumMap<>(Year.class);
        known.stream()
                .filter(placed -> placed.target().equals(target.id()))
                .forEach(placed -> figures.computeIfAbsent(placed.year(), _ -> new HashMap<>())
                        .put(placed.item(), placed.figure()));
        return new EfficiencyResult(target, items, figures);
    }

    @Override
    @Transactional
    public Outcome enter(Plan plan, List<NewFigure> figures, Visitor by) {
        Map<String, EfficiencyResult> now = of(plan).stream()
                .collect(Collectors.toMap(result -> result.target().id(), result -> result));
        List<NewFigure> changing = new ArrayList<>();
        for (NewFigure figure : figures) {
            EfficiencyResult target = now.get(figure.target());
            if (target == null
                    || !target.items().contains(figure.item())
                    || figure.yen() < 0
                    || figure.yen() > LARGEST) {
                return new Outcome.NotThere();
            }
            Optional<Figure> before = target.figure(figure.year(), figure.item());
            boolean same = before.filter(b -> b.yen() == figure.yen()
                            && b.source().equals(figure.source().strip()))
                    .isPresent();
            if (!same) {
                Optional<Outcome> refusal = refusal(figure, before);
                if (refusal.isPresent()) {
                    return refusal.get();
                }
                changing.add(figure);
            }
        }
        return write(plan, changing, by);
    }

    private static Optional<Outcome> refusal(NewFigure figure, Optional<Figure> before) {
        if (unusable(figure.source(), LONGEST_SOURCE)) {
            return Optional.of(new Outcome.NoSource());
        }
        if (before.map(Figure::version).orElse(0) != figure.seen()) {
            return Optional.of(new Outcome.Changed());
        }
        boolean reasoned =
                figure.reason().filter(r -> !unusable(r, LONGEST_REASON)).isPresent();
        return before.isPresent() && !reasoned ? Optional.of(new Outcome.NoReason()) : Optional.empty();
    }

    private static boolean unusable(String text, int longest) {
        return text.isBlank() || text.length() > longest || text.indexOf(0) >= 0;
    }

    private Outcome write(Plan plan, List<NewFigure> changing, Visitor by) {
        for (NewFigure figure : changing) {
            if (!store.enter(plan.id(), figure, by, clock.instant())) {
                TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
                return new Outcome.Changed();
            }
        }
        if (!changing.isEmpty()) {
            trail.record(Deed.did(
                            ENTERED,
                            Thing.of("efficiency", plan.id(), plan.title().ja()))
                    .by(Actor.of(by))
                    .because(changing.stream()
                            .flatMap(figure -> figure.reason().stream())
                            .findFirst()
                            .orElse(null))
                    .with("figures", (long) changing.size()));
        }
        return new Outcome.Done(changing.size());
    }
}
