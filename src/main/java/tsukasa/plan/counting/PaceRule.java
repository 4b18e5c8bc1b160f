package tsukasa.plan.counting;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import tsukasa.kernel.FiscalYear;
import tsukasa.kernel.Fraction;
import tsukasa.plan.Threshold;

/// Where a value should stand on a day, by the plan's pace: between two month ends day by day, in equal parts.
final class PaceRule {
    private static final Fraction HUNDRED = Fraction.of(100);

    private PaceRule() {}

    /// Empty for a share of which nothing is expected yet.
    ///
    /// @param opening the stock counted for the day before the period, for a pace that prints no start of its own
    static Optional<Fraction> expected(Threshold threshold, LocalDate day, Fraction opening) {
        Fraction share = share(threshold, day);
        if (threshold.unit().ratio()) {
            return share.isZero() ? Optional.empty() : Optional.of(threshold.target());
        }
        Fraction start = start(threshold, opening);
        return Optional.of(start.plus(threshold.target().minus(start).times(share)));
    }

    /// Only a stock starts from what was there before.
    private static Fraction start(Threshold threshold, Fraction opening) {
        return threshold.kind() == Threshold.Kind.STOCK
                ? threshold.pace().start().map(Fraction::of).orElse(opening)
                : Fraction.ZERO;
    }

    /// The part of the way, 0 to 1.
    static Fraction share(Threshold threshold, LocalDate day) {
        FiscalYear year = FiscalYear.of(threshold.asOf());
        List<Integer> months = threshold.pace().percentByMonth();
        if (day.isBefore(year.first())) {
            return Fraction.ZERO;
        }
        if (!day.isBefore(threshold.asOf()) || months.isEmpty()) {
            return Fraction.ONE;
        }
        int month = (int) ChronoUnit.MONTHS.between(year.first(), day);
        int index = Math.min(month, months.size() - 1);
        long before = index == 0 ? 0 : months.get(index - 1);
        Fraction within = Fraction.of(day.getDayOfMonth(), day.lengthOfMonth());
        Fraction percent =
                Fraction.of(before).plus(Fraction.of(months.get(index) - before).times(within));
        return percent.dividedBy(HUNDRED);
    }
}
