package tsukasa.budget;

import tsukasa.plan.Plan;

/// The rules about money of each plan year.
public interface MoneyYears {
    MoneyRules rules(Plan plan);

    default BudgetLines lines(Plan plan) {
        return BudgetLines.of(plan, rules(plan));
    }
}
