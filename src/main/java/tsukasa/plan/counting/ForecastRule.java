package tsukasa.plan.counting;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import tsukasa.kernel.Fraction;
import tsukasa.kernel.Text;
import tsukasa.plan.Threshold;
import tsukasa.plan.ThresholdStanding.Forecast;

/// What the value will be on the day of the target if things go on as they have: a line through the last three
/// months, for a share the same share.
final class ForecastRule {
    private static final Text FINAL = Text.of("目標の日の値です。", "The value on the day of the target.");
    private static final Text SAME_SHARE =
            Text.of("これまでの割合が年度末まで続くとした値です。", "The share so far, taken to last until the end of the year.");
    private static final Text LINE =
            Text.of("直近3か月の伸びが同じ速さで続くとした値です。", "The growth of the last three months, taken to go on at the same rate.");
    private static final Text SHORT_LINE =
            Text.of("期間の初めからの伸びが同じ速さで続くとした値です。", "The growth since the period began, taken to go on at the same rate.");

    private ForecastRule() {}

    /// The days whose values the forecast rests on: the day itself and up to three before it, each a month apart, none
    /// earlier than the day before the period.
    static SequencedSet<LocalDate> anchors(Threshold threshold, LocalDate asOf) {
        LocalDate earliest = threshold.from().minusDays(1);
        TreeSet<LocalDate> days = new TreeSet<>();
        days.add(asOf);
        if (threshold.unit().ratio() || !asOf.isBefore(threshold.asOf())) {
            return days;
        }
        for (int months = 1; months <= 3; months++) {
            LocalDate day = asOf.minusMonths(months);
            if (!asOf.isBefore(earliest)) {
                days.add(day.isBefore(earliest) ? earliest : day);
            }
        }
        return days;
    }

    /// @param values by anchor day
    static Optional<Forecast> forecast(
            Threshold threshold, LocalDate asOf, Optional<Fraction> value, SequencedMap<LocalDate, Fraction> values) {
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (!asOf.isBefore(threshold.asOf())) {
            return Optional.of(flat(value.get(), FINAL));
        }
        if (threshold.unit().ratio()) {
            return Optional.of(flat(value.get(), SAME_SHARE));
        }
        return line(threshold, asOf, new TreeMap<>(values));
    }

    private static Forecast flat(Fraction value, Text method) {
        return new Forecast(value, value, value, method);
    }

    private static Optional<Forecast> line(Threshold threshold, LocalDate asOf, TreeMap<LocalDate, Fraction> values) {
        if (values.size() < 2) {
            return Optional.empty();
        }
        List<LocalDate> days = new ArrayList<>(values.navigableKeySet());
        List<Fraction> rates = new ArrayList<>();
        for (int i = 1; i < days.size(); i++) {
            rates.add(rate(values, days.get(i - 1), days.get(i)));
        }
        Fraction last = values.lastEntry().getValue();
        Fraction left = Fraction.of(ChronoUnit.DAYS.between(asOf, threshold.asOf()));
        Fraction slowest = rates.stream().min(Comparator.naturalOrder()).orElseThrow();
        Fraction fastest = rates.stream().max(Comparator.naturalOrder()).orElseThrow();
        boolean whole = !days.getFirst().isAfter(asOf.minusMonths(3));
        return Optional.of(new Forecast(
                last.plus(rate(values, days.getFirst(), days.getLast()).times(left)),
                last.plus(slowest.times(left)),
                last.plus(fastest.times(left)),
                whole ? LINE : SHORT_LINE));
    }

    /// Growth a day.
    private static Fraction rate(TreeMap<LocalDate, Fraction> values, LocalDate from, LocalDate to) {
        Fraction before = values.getOrDefault(from, Fraction.ZERO);
        Fraction after = values.getOrDefault(to, Fraction.ZERO);
        return after.minus(before).dividedBy(Fraction.of(ChronoUnit.DAYS.between(from, to)));
    }
}
