package tsukasa.cycle.evaluation;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tsukasa.cycle.Closing;
import tsukasa.cycle.Closings;
import tsukasa.cycle.ItemSheet.Result;
import tsukasa.cycle.Period;
import tsukasa.kernel.Fraction;
import tsukasa.plan.FrozenCount;
import tsukasa.plan.FrozenCounts;
import tsukasa.plan.GradingRules;
import tsukasa.plan.GradingRules.Suggestion;
import tsukasa.plan.Indicator;
import tsukasa.plan.Plan;
import tsukasa.plan.PlanProgress;
import tsukasa.plan.Threshold;
import tsukasa.plan.ThresholdStanding;

/// The figures an evaluation rests on: those of the year's closing, or as long as there is none those of today.
@Component
class ItemFigures {
    private final Closings closings;
    private final FrozenCounts frozen;
    private final PlanProgress progress;

    ItemFigures(Closings closings, FrozenCounts frozen, PlanProgress progress) {
        this.closings = closings;
        this.frozen = frozen;
        this.progress = progress;
    }

    record Figures(Optional<Closing> closing, List<Result> results) {
        List<Result> of(tsukasa.plan.Place section) {
            return results.stream()
                    .filter(result -> result.indicator().section().equals(section))
                    .toList();
        }
    }

    Figures of(Plan plan) {
        Optional<Closing> closing = closings.live(plan.id(), new Period(plan.year(), Period.Part.YEAR))
                .filter(live -> live.state() == Closing.State.CLOSED);
        Map<String, Optional<Fraction>> values =
                closing.map(one -> closed(plan, one)).orElseGet(() -> standing(plan));
        List<Result> results = plan.indicators().stream()
                .flatMap(indicator -> indicator.thresholds().stream()
                        .map(threshold -> result(plan, indicator, threshold, closing, values)))
                .toList();
        return new Figures(closing, results);
    }

    private Map<String, Optional<Fraction>> closed(Plan plan, Closing closing) {
        Map<Long, FrozenCount> counts = frozen.find(closing.values().stream()
                .flatMap(value -> value.frozen().stream())
                .toList());
        return closing.values().stream()
                .collect(Collectors.toMap(
                        Closing.ClosedValue::threshold,
                        value -> value.frozen()
                                .map(counts::get)
                                .flatMap(count -> plan.closedValue(value.threshold(), count))));
    }

    private Map<String, Optional<Fraction>> standing(Plan plan) {
        return progress.standings(plan.id()).stream()
                .collect(Collectors.toMap(standing -> standing.threshold().id(), ThresholdStanding::value));
    }

    private static Result result(
            Plan plan,
            Indicator indicator,
            Threshold threshold,
            Optional<Closing> closing,
            Map<String, Optional<Fraction>> values) {
        Optional<Fraction> value = values.getOrDefault(threshold.id(), Optional.empty());
        Optional<Fraction> achievement = value.flatMap(v -> achievement(threshold, v));
        String link = closing.map(closed -> "/staff/closings/" + plan.id() + "/year/" + threshold.id())
                .orElse("/plan/" + plan.id() + "/indicators/" + indicator.id());
        return new Result(indicator, threshold, value, achievement, achievement.flatMap(plan.grading()::suggest), link);
    }

    /// Where less is better, keeping to the target is 100 % and twice as much 50 %.
    static Optional<Fraction> achievement(Threshold threshold, Fraction value) {
        return switch (threshold.comparator()) {
            case AT_LEAST, EQUAL ->
                threshold.target().isZero() ? Optional.empty() : Optional.of(value.dividedBy(threshold.target()));
            case AT_MOST ->
                value.isZero()
                        ? Optional.of(Fraction.ONE)
                        : Optional.of(threshold.target().dividedBy(value));
        };
    }

    /// The weakest decides: an indicator is met when all its thresholds are, an item when all its indicators are.
    static Optional<Suggestion> together(GradingRules rules, List<Result> results) {
        boolean whole = !results.isEmpty()
                && results.stream().allMatch(result -> result.achievement().isPresent());
        return whole
                ? results.stream()
                        .map(result -> result.achievement().orElseThrow())
                        .min(Comparator.naturalOrder())
                        .flatMap(rules::suggest)
                : Optional.empty();
    }
}
