package tsukasa.budget.overview;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    public Map<Place, List<Inputs>> of(Plan plan, Collection<Place> sections) {
        Map<Place, List<Inputs>> all = new HashMap<>();
        shelf.plans().reversed().stream()
                .filter(one -> one.year().compareTo(plan.year()) <= 0)
                .forEach(one -> money.of(one, sections)
                        .forEach((section, found) -> all.computeIfAbsent(section, _ -> new ArrayList<>())
                                .add(inputs(one, found))));
        return all;
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
