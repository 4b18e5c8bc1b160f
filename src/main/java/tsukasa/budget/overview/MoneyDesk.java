package tsukasa.budget.overview;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import tsukasa.budget.BudgetLine;
import tsukasa.budget.BudgetLines;
import tsukasa.budget.Executed;
import tsukasa.budget.Execution;
import tsukasa.budget.Money;
import tsukasa.budget.SectionMoney;
import tsukasa.budget.Yen;
import tsukasa.plan.Place;
import tsukasa.plan.Plan;
import tsukasa.plan.PlanItem;

@Component
class MoneyDesk implements Money {
    private final Execution execution;

    MoneyDesk(Execution execution) {
        this.execution = execution;
    }

    @Override
    public List<Place> sections(Plan plan) {
        List<Place> named = Payer.of(plan).stream()
                .flatMap(payer -> payer.sections().stream())
                .toList();
        return plan.items().stream()
                .map(PlanItem::place)
                .filter(named::contains)
                .toList();
    }

    @Override
    public Optional<SectionMoney> of(Plan plan, Place section) {
        List<Payer> payers = Payer.of(plan).stream()
                .filter(payer -> payer.sections().stream().anyMatch(s -> within(s, section) || within(section, s)))
                .toList();
        if (payers.isEmpty()) {
            return Optional.empty();
        }
        Executed executed = execution.of(plan);
        BudgetLines spending = together(executed, payers, BudgetLine.Kind.EXPENSE);
        BudgetLines personnel = together(executed, payers, BudgetLine.Kind.PART)
                .where(line -> line.code().equals(BudgetLine.PERSONNEL));
        List<SectionMoney.Payer> each =
                payers.stream().map(payer -> payer(executed, payer)).toList();
        return Optional.of(new SectionMoney(
                plan.id(),
                section,
                each,
                each.stream().flatMap(payer -> payer.budget().stream()).reduce(Yen::plus),
                executed.sum(spending),
                executed.forecast(spending),
                executed.whole() == executed.months().size() ? executed.sum(spending) : Optional.empty(),
                personnel.budget(),
                executed.sum(personnel),
                executed.through()));
    }

    private static BudgetLines together(Executed executed, List<Payer> payers, BudgetLine.Kind kind) {
        return executed.of(kind)
                .where(line -> payers.stream()
                        .anyMatch(payer -> payer.lines(executed.lines()).all().contains(line)));
    }

    private static SectionMoney.Payer payer(Executed executed, Payer payer) {
        BudgetLines spending = payer.lines(executed.lines(), BudgetLine.Kind.EXPENSE);
        return new SectionMoney.Payer(
                payer.account(),
                payer.segment(),
                payer.title(),
                payer.table(),
                payer.budget("exp.total"),
                executed.sum(spending),
                executed.forecast(spending));
    }

    static boolean within(Place place, Place section) {
        Function<Place, Optional<Place>> above = p -> Optional.ofNullable(p.parent());
        Optional<Place> at = Optional.of(place);
        while (at.isPresent()) {
            if (at.get().equals(section)) {
                return true;
            }
            at = at.flatMap(above);
        }
        return false;
    }
}
