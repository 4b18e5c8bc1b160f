package tsukasa.budget.grant;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tsukasa.budget.BudgetLine;
import tsukasa.budget.BudgetLines;
import tsukasa.budget.Executed;
import tsukasa.budget.Execution;
import tsukasa.budget.Grant;
import tsukasa.budget.GrantUse;
import tsukasa.budget.GrantUse.Alarm;
import tsukasa.budget.MoneyRules;
import tsukasa.budget.MoneyRules.RevenueUnit;
import tsukasa.budget.MoneyYears;
import tsukasa.budget.Yen;
import tsukasa.plan.Plan;

@Component
class GrantDesk implements Grant {
    private final Execution execution;
    private final MoneyYears years;

    GrantDesk(Execution execution, MoneyYears years) {
        this.execution = execution;
        this.years = years;
    }

    @Override
    public List<GrantUse> of(Plan plan) {
        return uses(execution.of(plan), years.rules(plan));
    }

    static List<GrantUse> uses(Executed executed, MoneyRules rules) {
        return rules.units().stream()
                .flatMap(unit -> use(executed, rules, unit).stream())
                .toList();
    }

    /// Empty for a unit whose segment has no grant.
    private static Optional<GrantUse> use(Executed executed, MoneyRules rules, RevenueUnit unit) {
        BudgetLines own = line(executed, unit, BudgetLine.GRANT_USE + unit.id());
        BudgetLines grant = line(executed, unit, BudgetLine.GRANT);
        return own.budget()
                .flatMap(granted -> grant.all().stream().findFirst().map(segment -> {
                    Optional<Yen> received = grant.budget()
                            .filter(whole -> !whole.exact().isZero())
                            .flatMap(whole -> executed.sum(grant)
                                    .map(sum -> sum.times(granted.exact().dividedBy(whole.exact()))));
                    Optional<Yen> forecast = executed.forecast(own);
                    Optional<Yen> left = forecast.map(granted::minus);
                    return new GrantUse(
                            unit.id(),
                            unit.account(),
                            unit.segment(),
                            segment.segmentTitle().orElse(segment.accountTitle()),
                            unit.title(),
                            granted,
                            received,
                            executed.sum(own),
                            forecast,
                            left,
                            left.map(l -> alarm(rules, granted, l)).orElse(Alarm.NOT_YET));
                }));
    }

    static Alarm alarm(MoneyRules rules, Yen granted, Yen left) {
        if (left.negative()) {
            return Alarm.SHORT;
        }
        return rules.warning().warns(granted, left) ? Alarm.UNUSED : Alarm.NONE;
    }

    private static BudgetLines line(Executed executed, RevenueUnit unit, String code) {
        return executed.lines()
                .where(line -> line.account().equals(unit.account())
                        && line.segment().equals(unit.segment())
                        && line.code().equals(code));
    }
}
