package tsukasa.plan.counting;

import java.time.LocalDate;
import java.util.Optional;
import tsukasa.kernel.Fraction;
import tsukasa.plan.Threshold;
import tsukasa.plan.Threshold.Comparator;
import tsukasa.plan.ThresholdStanding.Forecast;
import tsukasa.plan.ThresholdStanding.Status;

/// The published rule: reached; else by the forecast, from 100 % on track, from 90 % slightly behind, below at risk.
/// All comparisons are exact.
final class StatusRule {
    private static final Fraction NINE_TENTHS = Fraction.of(9, 10);

    private StatusRule() {}

    static Status of(Threshold threshold, LocalDate asOf, Optional<Fraction> value, Optional<Forecast> forecast) {
        if (value.isEmpty()) {
            return Status.NOT_YET;
        }
        if (threshold.comparator().met(value.get(), threshold.target()) && mayBeReached(threshold, asOf)) {
            return Status.REACHED;
        }
        Fraction expected = forecast.map(Forecast::value).orElse(value.get());
        if (threshold.comparator().met(expected, threshold.target())) {
            return Status.ON_TRACK;
        }
        return nearly(threshold.comparator(), expected, threshold.target()) ? Status.BEHIND : Status.AT_RISK;
    }

    /// A share, an upper limit and an exact figure can still be lost before the day of the target.
    private static boolean mayBeReached(Threshold threshold, LocalDate asOf) {
        boolean over = !asOf.isBefore(threshold.asOf());
        boolean keeps = threshold.comparator() == Comparator.AT_LEAST
                && !threshold.unit().ratio();
        return over || keeps;
    }

    private static boolean nearly(Comparator comparator, Fraction expected, Fraction target) {
        boolean above = expected.compareTo(target.times(NINE_TENTHS)) >= 0;
        boolean below = expected.times(NINE_TENTHS).compareTo(target) <= 0;
        return switch (comparator) {
            case AT_LEAST -> above;
            case AT_MOST -> below;
            case EQUAL -> above && below;
        };
    }
}
