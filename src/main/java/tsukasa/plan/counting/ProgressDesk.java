package tsukasa.plan.counting;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import tsukasa.kernel.Fraction;
import tsukasa.kernel.page.Writing;
import tsukasa.plan.Count;
import tsukasa.plan.Count.Uncountable;
import tsukasa.plan.CountRequest;
import tsukasa.plan.Counting;
import tsukasa.plan.Indicator;
import tsukasa.plan.Plan;
import tsukasa.plan.PlanProgress;
import tsukasa.plan.PlanShelf;
import tsukasa.plan.Threshold;
import tsukasa.plan.ThresholdStanding;
import tsukasa.plan.ThresholdStanding.Forecast;
import tsukasa.plan.ThresholdStanding.Status;
import tsukasa.plan.Viewpoint;

/// Turns counts into standings by the three rules: pace, forecast, status.
@Service
class ProgressDesk implements PlanProgress {
    private final PlanShelf shelf;
    private final Counting counting;
    private final Clock clock;

    ProgressDesk(PlanShelf shelf, Counting counting, Clock clock) {
        this.shelf = shelf;
        this.counting = counting;
        this.clock = clock;
    }

    @Override
    public List<ThresholdStanding> standings(String planId) {
        return shelf.plan(planId)
                .map(plan -> standings(plan, Viewpoint.of(today(plan))))
                .orElse(List.of());
    }

    @Override
    public List<ThresholdStanding> standings(Plan plan, Viewpoint viewpoint) {
        return standings(plan, plan.indicators(), viewpoint, counting::counts);
    }

    @Override
    public List<ThresholdStanding> standings(Plan plan, Indicator indicator, Viewpoint viewpoint) {
        return standings(plan, List.of(indicator), viewpoint, counting::counts);
    }

    @Override
    public List<ThresholdStanding> recount(String planId) {
        return shelf.plan(planId)
                .map(plan -> standings(
                        plan, plan.indicators(), Viewpoint.of(today(plan)), requests -> recounted(plan, requests)))
                .orElse(List.of());
    }

    /// Only the values are counted anew; the months behind the forecasts are remembered ones.
    private Map<CountRequest, Count> recounted(Plan plan, Collection<CountRequest> requests) {
        Map<CountRequest, Count> counts = new LinkedHashMap<>(counting.counts(requests));
        counts.putAll(counting.recount(plan.thresholds().stream()
                .map(threshold -> CountRequest.now(threshold, day(threshold, today(plan))))
                .toList()));
        return counts;
    }

    @Override
    public LocalDate today(Plan plan) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Writing.JAPAN);
        return today.isAfter(plan.year().last()) ? plan.year().last() : today;
    }

    private static List<ThresholdStanding> standings(
            Plan plan,
            List<Indicator> indicators,
            Viewpoint viewpoint,
            Function<Collection<CountRequest>, Map<CountRequest, Count>> count) {
        List<CountRequest> requests = indicators.stream()
                .flatMap(indicator -> indicator.thresholds().stream())
                .flatMap(threshold -> Stream.concat(
                        ForecastRule.anchors(threshold, day(threshold, viewpoint.asOf())).stream()
                                .map(day -> viewpoint.request(threshold, day)),
                        opening(threshold, viewpoint).stream()))
                .distinct()
                .toList();
        Map<CountRequest, Count> counts = count.apply(requests);
        List<ThresholdStanding> standings = new ArrayList<>();
        for (Indicator indicator : indicators) {
            for (Threshold threshold : indicator.thresholds()) {
                standings.add(standing(plan, indicator, threshold, viewpoint, counts));
            }
        }
        return standings;
    }

    /// A stock whose pace prints no start begins at what is counted for the day before.
    private static Optional<CountRequest> opening(Threshold threshold, Viewpoint viewpoint) {
        boolean counted = threshold.kind() == Threshold.Kind.STOCK
                && threshold.pace().start().isEmpty()
                && !threshold.unit().ratio();
        return counted
                ? Optional.of(viewpoint.request(threshold, threshold.from().minusDays(1)))
                : Optional.empty();
    }

    private static Optional<Fraction> expected(
            Threshold threshold, LocalDate day, Viewpoint viewpoint, Map<CountRequest, Count> counts) {
        Fraction opening = opening(threshold, viewpoint)
                .flatMap(request -> counted(counts, request).value())
                .orElse(Fraction.ZERO);
        return PaceRule.expected(threshold, day, opening);
    }

    /// A period that is over stays as it was on its last day.
    private static LocalDate day(Threshold threshold, LocalDate asOf) {
        return asOf.isAfter(threshold.asOf()) ? threshold.asOf() : asOf;
    }

    private static ThresholdStanding standing(
            Plan plan, Indicator indicator, Threshold threshold, Viewpoint viewpoint, Map<CountRequest, Count> counts) {
        LocalDate asOf = day(threshold, viewpoint.asOf());
        Count count = counted(counts, viewpoint.request(threshold, asOf));
        Optional<Fraction> value = value(threshold, asOf, count);
        TreeMap<LocalDate, Fraction> anchors = new TreeMap<>();
        for (LocalDate day : ForecastRule.anchors(threshold, asOf)) {
            anchors.put(
                    day,
                    counted(counts, viewpoint.request(threshold, day)).value().orElse(Fraction.ZERO));
        }
        Optional<Forecast> forecast = ForecastRule.forecast(threshold, asOf, value, anchors);
        Optional<Uncountable> problem = count instanceof Uncountable reason ? Optional.of(reason) : Optional.empty();
        return new ThresholdStanding(
                indicator,
                threshold,
                asOf,
                value,
                expected(threshold, asOf, viewpoint, counts),
                forecast,
                problem.isPresent() ? Status.UNCOUNTABLE : StatusRule.of(threshold, asOf, value, forecast),
                problem,
                "/plan/" + plan.id() + "/indicators/" + indicator.id());
    }

    /// Nothing on the last day is zero, unless it is a share: that is still a share of nothing.
    private static Optional<Fraction> value(Threshold threshold, LocalDate asOf, Count count) {
        boolean over = !asOf.isBefore(threshold.asOf());
        return switch (count) {
            case Uncountable reason -> Optional.empty();
            case Count.Counted counted ->
                counted.value()
                        .or(() -> over && !threshold.unit().ratio() ? Optional.of(Fraction.ZERO) : Optional.empty());
        };
    }

    private static Count counted(Map<CountRequest, Count> counts, CountRequest request) {
        Count count = counts.get(request);
        if (count == null) {
            throw new IllegalStateException("not counted: " + request.query().file() + " as of " + request.asOf());
        }
        return count;
    }

    @Override
    public Map<String, List<Point>> histories(Collection<Threshold> thresholds, Viewpoint viewpoint) {
        LocalDate asOf = viewpoint.asOf();
        List<CountRequest> requests = thresholds.stream()
                .flatMap(threshold ->
                        days(threshold, day(threshold, asOf)).stream().map(day -> viewpoint.request(threshold, day)))
                .toList();
        Map<CountRequest, Count> counts = counting.counts(requests);
        Map<String, List<Point>> histories = new LinkedHashMap<>();
        for (Threshold threshold : thresholds) {
            histories.put(
                    threshold.id(),
                    days(threshold, day(threshold, asOf)).stream()
                            .map(day -> point(threshold, day, viewpoint, counts))
                            .toList());
        }
        return histories;
    }

    private static Point point(
            Threshold threshold, LocalDate day, Viewpoint viewpoint, Map<CountRequest, Count> counts) {
        if (day.isAfter(viewpoint.asOf())) {
            return new Point(day, Optional.empty(), expected(threshold, day, viewpoint, counts));
        }
        Count count = counted(counts, viewpoint.request(threshold, day));
        boolean begins = day.isBefore(threshold.from())
                && !threshold.unit().ratio()
                && count.counted().isPresent();
        return new Point(
                day,
                count.value().or(() -> begins ? Optional.of(Fraction.ZERO) : Optional.empty()),
                expected(threshold, day, viewpoint, counts));
    }

    /// The day itself stands in the place of its month's end.
    private static Collection<LocalDate> days(Threshold threshold, LocalDate asOf) {
        TreeSet<LocalDate> days = new TreeSet<>();
        days.add(threshold.from().minusDays(1));
        for (YearMonth month = YearMonth.from(threshold.from());
                !month.isAfter(YearMonth.from(threshold.asOf()));
                month = month.plusMonths(1)) {
            days.add(month.equals(YearMonth.from(asOf)) ? asOf : month.atEndOfMonth());
        }
        return days;
    }
}
