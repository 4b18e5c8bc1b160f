package tsukasa.plan.indicator;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tsukasa.kernel.Fraction;
import tsukasa.kernel.Text;
import tsukasa.kernel.chart.ChartTable;
import tsukasa.kernel.chart.LineChart;
import tsukasa.kernel.page.Fact;
import tsukasa.kernel.page.Field;
import tsukasa.kernel.page.Frame;
import tsukasa.kernel.page.Tab;
import tsukasa.plan.Count;
import tsukasa.plan.Count.Counted;
import tsukasa.plan.CountRequest;
import tsukasa.plan.Counting;
import tsukasa.plan.DimensionCount;
import tsukasa.plan.Indicator;
import tsukasa.plan.Plan;
import tsukasa.plan.PlanItem;
import tsukasa.plan.PlanProgress;
import tsukasa.plan.PlanProgress.Point;
import tsukasa.plan.RowFacts;
import tsukasa.plan.RowSelection;
import tsukasa.plan.Threshold;
import tsukasa.plan.ThresholdStanding;
import tsukasa.plan.Viewpoint;
import tsukasa.plan.indicator.IndicatorPage.Definition;
import tsukasa.plan.indicator.IndicatorPage.Figure;
import tsukasa.plan.indicator.IndicatorPage.Head;
import tsukasa.plan.indicator.IndicatorPage.Reference;
import tsukasa.plan.indicator.IndicatorPage.Rows;
import tsukasa.plan.indicator.IndicatorPage.Step;

/// Prepares the page of one indicator, for one of its thresholds.
@Component
class IndicatorDesk {
    private final PlanProgress progress;
    private final Counting counting;
    private final RowsDesk rows;

    IndicatorDesk(PlanProgress progress, Counting counting, RowsDesk rows) {
        this.progress = progress;
        this.counting = counting;
        this.rows = rows;
    }

    /// @param all    every part of the breakdown, not the largest ten
    /// @param shares the map shows shares
    record Asked(
            Plan plan,
            Indicator indicator,
            Threshold threshold,
            Viewpoint viewpoint,
            RowSelection selection,
            int page,
            boolean all,
            boolean shares) {}

    IndicatorPage page(Frame frame, Asked asked) {
        CountRequest request = asked.viewpoint().request(asked.threshold());
        ThresholdStanding standing = standing(asked);
        Count count = counting.count(request);
        List<Point> history = progress.histories(List.of(asked.threshold()), asked.viewpoint())
                .getOrDefault(asked.threshold().id(), List.of());
        Figures figures = new Figures(frame);
        List<DimensionCount> dimensions = count instanceof Counted ? counting.byDimension(request) : List.of();
        Indicator indicator = asked.indicator();
        return new IndicatorPage(
                frame,
                asked.plan().id(),
                frame.writing().year(asked.plan().year()),
                indicator.id(),
                asked.plan()
                        .item(indicator.section())
                        .map(PlanItem::title)
                        .map(frame::say)
                        .orElse(indicator.section().value()),
                indicator.flags().contains(Indicator.Flag.CORE_GOAL),
                frame.say(indicator.title()),
                asked.threshold().id(),
                tabs(frame, asked),
                IndicatorsDesk.when(frame, asked.plan(), asked.viewpoint().asOf(), progress.today(asked.plan())),
                knownAt(frame, asked, progress.today(asked.plan())),
                frame.writing().date(request.asOf()),
                asked.viewpoint().knownAt().map(frame.writing()::minute).orElse(null),
                head(frame, figures, standing, count),
                facts(frame, figures, standing),
                chart(frame, figures, standing, history),
                frame.say(asked.threshold().pace().reason()),
                growth(frame, figures, standing, history),
                months(frame, figures, standing, history),
                definition(frame, indicator, asked.threshold()),
                steps(frame, asked, count),
                quality(frame, indicator, count, request),
                PartsDesk.parts(frame, asked.threshold(), dimensions, asked.all(), asked.shares()),
                references(frame, figures, asked),
                rows(frame, asked, request, count, dimensions));
    }

    private ThresholdStanding standing(Asked asked) {
        return progress.standings(asked.plan(), asked.indicator(), asked.viewpoint()).stream()
                .filter(standing ->
                        standing.threshold().id().equals(asked.threshold().id()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "no standing for " + asked.threshold().id()));
    }

    private @Nullable Rows rows(
            Frame frame, Asked asked, CountRequest request, Count count, List<DimensionCount> dimensions) {
        return count instanceof Counted
                ? rows.rows(
                        frame, asked.plan(), asked.threshold(), request, asked.selection(), dimensions, asked.page())
                : null;
    }

    private static Field knownAt(Frame frame, Asked asked, LocalDate today) {
        return Field.date("known_at", frame.say("この日までの記録で", "By what was recorded until"))
                .between(asked.plan().year().first().toString(), today.toString())
                .value(asked.viewpoint().knownAt().map(frame.writing()::day).orElse(null));
    }

    private static List<Tab> tabs(Frame frame, Asked asked) {
        List<Threshold> thresholds = asked.indicator().thresholds();
        if (thresholds.size() < 2) {
            return List.of();
        }
        String day = "&as_of=" + asked.viewpoint().asOf()
                + asked.viewpoint()
                        .knownAt()
                        .map(known -> "&known_at=" + frame.writing().day(known))
                        .orElse("");
        return thresholds.stream()
                .map(threshold -> new Tab(
                        threshold.id() + "　" + frame.say(threshold.title()),
                        frame.path() + "?threshold=" + threshold.id() + day,
                        threshold.equals(asked.threshold())))
                .toList();
    }

    private static Head head(Frame frame, Figures figures, ThresholdStanding standing, Count count) {
        Optional<Fraction> value = standing.value();
        return new Head(
                figures.value(value, standing.unit()),
                figures.unit(standing.unit()),
                standing.unit().ratio()
                        ? count.counted().map(IndicatorDesk::fraction).orElse(null)
                        : null,
                value.isPresent(),
                Figures.status(standing.status()),
                frame.say(standing.status().title()),
                figures.sentence(standing),
                standing.problem().map(problem -> frame.say(problem.next())).orElse(null),
                standing.forecast()
                        .map(forecast -> frame.say(forecast.method()))
                        .orElse(null));
    }

    /// As counted, not in lowest terms: 98 of 125.
    private static @Nullable String fraction(Counted counted) {
        return counted.result()
                .denominator()
                .map(below -> counted.result().amount() + "/" + below)
                .orElse(null);
    }

    private static List<Figure> facts(Frame frame, Figures figures, ThresholdStanding standing) {
        String unit = figures.unit(standing.unit());
        List<Figure> facts = new ArrayList<>();
        String day = frame.writing().date(standing.threshold().asOf());
        facts.add(new Figure(
                frame.say("目標（" + day + "）", "Target (" + day + ")"),
                figures.target(standing),
                standing.unit().ratio() ? "" : unit));
        standing.value().ifPresent(value -> {
            Fraction left = standing.target().minus(value);
            boolean met = standing.threshold().comparator().met(value, standing.target());
            facts.add(
                    met
                            ? new Figure(
                                    frame.say("目標との差", "Against the target"),
                                    figures.signed(Fraction.ZERO.minus(left), standing.unit()),
                                    unit)
                            : new Figure(
                                    frame.say("あと", "Still to go"),
                                    figures.signed(left, standing.unit()).substring(1),
                                    unit));
        });
        standing.gap()
                .ifPresent(gap -> facts.add(new Figure(
                        frame.say("ペースとの差", "Against the pace"), figures.signed(gap, standing.unit()), unit)));
        standing.forecast()
                .ifPresent(forecast -> facts.add(new Figure(
                        frame.say("年度末の予測", "Forecast"),
                        figures.value(Optional.of(forecast.value()), standing.unit()),
                        unit)));
        return facts;
    }

    /// Null before anything was counted.
    private static @Nullable LineChart chart(
            Frame frame, Figures figures, ThresholdStanding standing, List<Point> history) {
        if (standing.problem().isPresent() || standing.value().isEmpty()) {
            return null;
        }
        double scale = standing.unit().ratio() ? 100 : 1;
        List<@Nullable Double> actual = new ArrayList<>();
        List<@Nullable Double> pace = new ArrayList<>();
        for (Point point : history) {
            actual.add(point.value().map(v -> figures.drawn(v, standing.unit())).orElse(null));
            pace.add(paced(figures, standing, point));
        }
        String value = figures.value(standing.value(), standing.unit())
                + (standing.unit().ratio() ? "%" : "");
        String day = frame.writing().date(standing.asOf());
        LineChart chart = LineChart.of(
                        frame.language(),
                        frame.say(
                                        "月ごとの推移。" + day + "は" + value + "。",
                                        "Month by month. On " + day + ": " + value + ". ")
                                + figures.sentence(standing),
                        history.stream()
                                .map(point -> frame.writing().month(YearMonth.from(point.day())))
                                .toList(),
                        actual)
                .pace(pace)
                .target(standing.target().approximate() * scale)
                .suffix(standing.unit().ratio() ? "%" : "");
        return standing.forecast()
                .filter(forecast ->
                        standing.asOf().isBefore(standing.threshold().asOf()))
                .map(forecast -> chart.forecast(
                        figures.drawn(forecast.value(), standing.unit()),
                        figures.drawn(forecast.low(), standing.unit()),
                        figures.drawn(forecast.high(), standing.unit())))
                .orElse(chart);
    }

    /// So that the gap drawn between value and pace is the one written beside them.
    private static @Nullable Double paced(Figures figures, ThresholdStanding standing, Point point) {
        return point.expected()
                .map(expected -> point.value()
                        .map(value -> figures.drawn(value, standing.unit())
                                - figures.drawnDifference(value.minus(expected), standing.unit()))
                        .orElseGet(() -> figures.drawn(expected, standing.unit())))
                .orElse(null);
    }

    private static String growth(Frame frame, Figures figures, ThresholdStanding standing, List<Point> history) {
        LocalDate end = standing.threshold().asOf();
        if (standing.unit().ratio()
                || standing.value().isEmpty()
                || !standing.asOf().isBefore(end)) {
            return "";
        }
        Fraction left = standing.target().minus(standing.value().get());
        long days = ChronoUnit.DAYS.between(standing.asOf(), end);
        if (left.numerator().signum() <= 0 || history.size() < 2) {
            return "";
        }
        Fraction month = Fraction.of(days * 12, 365);
        String needed = figures.value(Optional.of(left.dividedBy(month).plus(Fraction.of(999, 1000))), standing.unit());
        return frame.say(
                "目標に届くには、これから毎月" + needed + frame.say(standing.unit().title()) + "が必要です。",
                "To reach the target, " + needed + " "
                        + frame.say(standing.unit().title()) + " a month are needed from now on.");
    }

    private static ChartTable months(Frame frame, Figures figures, ThresholdStanding standing, List<Point> history) {
        return new ChartTable(
                frame.say("月ごとの実績とペース（", "Result and pace, month by month (")
                        + figures.unit(standing.unit())
                        + frame.say("）", ")"),
                List.of(
                        frame.say("時点", "As of"),
                        frame.say("実績", "Result"),
                        frame.say("ペース", "Pace"),
                        frame.say("差", "Difference")),
                history.stream()
                        .map(point -> List.of(
                                point.day().toString(),
                                figures.value(point.value(), standing.unit()),
                                figures.value(point.expected(), standing.unit()),
                                point.value()
                                        .flatMap(v -> point.expected().map(v::minus))
                                        .map(gap -> figures.signed(gap, standing.unit()))
                                        .orElse("—")))
                        .toList());
    }

    private static Definition definition(Frame frame, Indicator indicator, Threshold threshold) {
        return new Definition(
                frame.say(indicator.definition()),
                threshold.scope().stream().map(frame::say).toList(),
                threshold.readings().stream().map(frame::say).toList(),
                threshold.query().file(),
                threshold.query().version(),
                threshold.query().sql(),
                String.join(", ", threshold.query().sources()));
    }

    private static List<Step> steps(Frame frame, Asked asked, Count count) {
        if (!(count instanceof Counted counted)) {
            return List.of();
        }
        List<Text> titles = asked.threshold().query().steps();
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < titles.size(); i++) {
            Count.Step step = counted.steps().get(i);
            boolean many = !step.amount().equals(java.math.BigInteger.valueOf(step.rows()));
            steps.add(new Step(
                    i + 1,
                    frame.say(titles.get(i)),
                    frame.writing().number(step.rows()),
                    many ? frame.writing().number(step.amount().longValueExact()) : null,
                    frame.withParameter("step", String.valueOf(i + 1)) + "#rows",
                    i + 1 == asked.selection().step()));
        }
        return steps;
    }

    private List<Fact> quality(Frame frame, Indicator indicator, Count count, CountRequest request) {
        List<Fact> facts = new ArrayList<>();
        Indicator.QualityCard card = indicator.quality();
        facts.add(Fact.of(frame.say("確かめ方", "How verified"), frame.say(card.verified())));
        facts.add(Fact.of(frame.say("もとの記録", "Sources"), frame.say(card.sources())));
        facts.add(Fact.of(frame.say("必要な正確さ", "Accuracy needed"), frame.say(card.accuracy())));
        facts.add(Fact.of(frame.say("限界", "Limitations"), frame.say(card.limitations())));
        facts.add(Fact.of(frame.say("補い方", "Compensation"), frame.say(card.compensation())));
        if (count instanceof Counted counted && counted.result().rows() > 0) {
            RowFacts rowFacts = counting.facts(request);
            facts.add(Fact.of(
                    frame.say("必須項目の欠け", "Incomplete rows"), frame.writing().number(rowFacts.incomplete())));
            rowFacts.delayDays()
                    .ifPresent(delay -> facts.add(Fact.of(
                            frame.say("記録の遅れ", "Delay of records"),
                            frame.say(
                                    "中央値 " + delay + "日、最大 "
                                            + rowFacts.longestDelay().orElse(delay) + "日",
                                    "median " + delay + " days, longest "
                                            + rowFacts.longestDelay().orElse(delay)))));
        }
        return facts;
    }

    private List<Reference> references(Frame frame, Figures figures, Asked asked) {
        return asked.indicator().references().stream()
                .map(reference -> {
                    Optional<Fraction> counted = reference
                            .query()
                            .map(query -> new CountRequest(
                                    query,
                                    asked.threshold().from(),
                                    asked.viewpoint().request(asked.threshold()).asOf(),
                                    asked.viewpoint().knownAt()))
                            .flatMap(request -> counting.count(request).value());
                    Optional<Fraction> value =
                            counted.or(() -> reference.baseline().map(Fraction::of));
                    return new Reference(
                            frame.say(reference.title()),
                            figures.value(value, reference.unit()),
                            figures.unit(reference.unit()),
                            reference.query().isPresent()
                                    ? frame.say("記録から数えた参考値", "counted from records, for reference")
                                    : frame.say("計画に印刷された値", "as printed in the plan"));
                })
                .toList();
    }
}
