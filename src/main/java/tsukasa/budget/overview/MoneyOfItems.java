package tsukasa.budget.overview;

import java.util.List;
import org.springframework.stereotype.Component;
import tsukasa.budget.Money;
import tsukasa.budget.SectionMoney;
import tsukasa.budget.Yen;
import tsukasa.cycle.YearMoney;
import tsukasa.plan.Place;
import tsukasa.plan.Plan;
import tsukasa.plan.PlanShelf;

/// Tells evaluation sheets and the board what an item cost, this year and in the years whose plans are here.
@Component
class MoneyOfItems implements YearMoney {
    private final Money money;
    private final PlanShelf shelf;

    MoneyOfItems(Money money, PlanShelf shelf) {
        this.money = money;
        this.shelf = shelf;
    }

    @Override
    public List<Inputs> of(Plan plan, Place section) {
        return shelf.plans().reversed().stream()
                .filter(one -> one.year().compareTo(plan.year()) <= 0)
                .flatMap(one -> money.of(one, section).stream().map(found -> inputs(one, found)))
                .toList();
    }

    /// Personnel as it was paid, once the year is whole; until then as the plan estimates it.
    private static Inputs inputs(Plan plan, SectionMoney found) {
        return new Inputs(
                plan.year(),
                found.budget().map(Yen::rounded),
                found.settlement().map(Yen::rounded),
                found.executed().map(Yen::rounded),
                (found.settlement().isPresent() ? found.personnelActual() : found.personnelEstimate())
                        .map(Yen::rounded));
    }
}
