package tsukasa.cycle;

import java.util.List;
import java.util.Optional;
import tsukasa.kernel.Fraction;
import tsukasa.plan.GradingRules.Suggestion;
import tsukasa.plan.Indicator;
import tsukasa.plan.Plan;
import tsukasa.plan.PlanItem;
import tsukasa.plan.Threshold;

/// 項目別評定調書: one evaluated item with its figures, what the rules suggest, and what people found.
///
/// @param item       empty for the whole plan
/// @param closing    the closing of the year its figures are taken from; empty while they still move
/// @param suggestion by the weakest of its thresholds, since an indicator is met when all of them are; empty where
///                   the item has none, or one of them cannot be told yet
/// @param issues     課題: raised about it, in this year's evaluation or an earlier one
public record ItemSheet(
        Plan plan,
        Optional<PlanItem> item,
        Optional<Closing> closing,
        List<Result> results,
        Optional<Suggestion> suggestion,
        Optional<Evaluation> self,
        Optional<Evaluation> minister,
        List<Issue> issues) {
    public ItemSheet {
        results = List.copyOf(results);
        issues = List.copyOf(issues);
    }

    /// One threshold at the end of the year, or as it stands.
    ///
    /// @param achievement value ÷ target; the other way round where less is better
    /// @param link        the page with its rows
    public record Result(
            Indicator indicator,
            Threshold threshold,
            Optional<Fraction> value,
            Optional<Fraction> achievement,
            Optional<Suggestion> suggestion,
            String link) {
        public boolean met() {
            return value.map(v -> threshold.comparator().met(v, threshold.target()))
                    .orElse(false);
        }
    }

    public boolean overall() {
        return item.isEmpty();
    }
}
