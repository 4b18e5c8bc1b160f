package tsukasa.budget.overview;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    public Map<Place, SectionMoney> of(Plan plan, Collection<Place> sections) {
        Map<Place, List<Payer>> paid = new LinkedHashMap<>();
        List<Payer> all = Payer.of(plan);
        sections.forEach(section -> paid.put(section, payers(all, section)));
        paid.values().removeIf(List::isEmpty);
        Map<Place, SectionMoney> money = new LinkedHashMap<>();
        if (!paid.isEmpty()) {
            Executed executed = execution.of(plan);
            paid.forEach((section, payers) -> money.put(section, money(plan, section, payers, executed)));
        }
        return money;
    }

    private static List<Payer> payers(List<Payer> all, Place section) {
        return all.stream()
                .filter(payer -> payer.sections().stream().anyMatch(s -> s.within(section) || section.within(s)))
                .toList();
    }

    private static SectionMoney money(Plan plan, Place section, List<Payer> payers, Executed executed) {
        BudgetLines spending = together(executed, payers, BudgetLine.Kind.EXPENSE);
        BudgetLines personnel = together(executed, payers, BudgetLine.Kind.PART)
                .where(line -> line.code().equals(BudgetLine.PERSONNEL));
        List<SectionMoney.Payer> each =
                payers.stream().map(payer -> payer(executed, payer)).toList();
        return new SectionMoney(
                plan.id(),
                section,
                each,
                each.stream().flatMap(payer -> payer.budget().stream()).reduce(Yen::plus),
                executed.sum(spending),
                executed.forecast(spending),
                executed.whole() == executed.months().size() ? executed.sum(spending) : Optional.empty(),
                personnel.budget(),
                executed.sum(personnel),
                executed.through());
    }

    private static BudgetLines together(Executed executed, List<Payer> payers, BudgetLine.Kind kind) {
        return executed.of(kind).where(line -> payers.stream().anyMatch(payer -> payer.pays(line)));
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
}
