package tsukasa.plan.indicator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tsukasa.kernel.Fraction;
import tsukasa.kernel.chart.Bullet;
import tsukasa.kernel.chart.Sparkline;
import tsukasa.kernel.page.Field;
import tsukasa.kernel.page.Frame;
import tsukasa.plan.Indicator;
import tsukasa.plan.Place;
import tsukasa.plan.Plan;
import tsukasa.plan.PlanItem;
import tsukasa.plan.PlanProgress;
import tsukasa.plan.PlanProgress.Point;
import tsukasa.plan.ThresholdStanding;
import tsukasa.plan.ThresholdStanding.Forecast;
import tsukasa.plan.ThresholdStanding.Status;
import tsukasa.plan.Viewpoint;
import tsukasa.plan.indicator.IndicatorsPage.Group;
import tsukasa.plan.indicator.IndicatorsPage.Method;
import tsukasa.plan.indicator.IndicatorsPage.Row;
import tsukasa.plan.indicator.IndicatorsPage.Rule;
import tsukasa.plan.indicator.IndicatorsPage.Tally;

/// Prepares the one screen with all thresholds.
@Component
class IndicatorsDesk {
    private final PlanProgress progress;

    IndicatorsDesk(PlanProgress progress) {
        this.progress = progress;
    }

    /// @param only show these; empty means all
    IndicatorsPage page(Frame frame, Plan plan, LocalDate asOf, Optional<Status> only) {
        List<ThresholdStanding> standings = progress.standings(plan, Viewpoint.of(asOf));
        Map<String, List<Point>> histories = progress.histories(plan.thresholds(), Viewpoint.of(asOf));
        Figures figures = new Figures(frame);
        List<Group> groups = new ArrayList<>();
        for (Place section :
                plan.indicators().stream().map(Indicator::section).distinct().toList()) {
            List<Row> rows = standings.stream()
                    .filter(s -> s.indicator().section().equals(section))
                    .filter(s -> only.isEmpty() || s.status() == only.get())
                    .map(s -> row(
                            frame,
                            figures,
                            plan,
                            s,
                            histories.getOrDefault(s.threshold().id(), List.of())))
                    .toList();
            if (!rows.isEmpty()) {
                String title =
                        plan.item(section).map(PlanItem::title).map(frame::say).orElse("");
                groups.add(new Group(section.label() + "　" + title, rows));
            }
        }
        return new IndicatorsPage(
                frame,
                plan.id(),
                frame.writing().year(plan.year()),
                standings.size(),
                asOf.toString(),
                when(frame, plan, asOf, progress.today(plan)),
                sentence(frame, standings),
                tallies(frame, standings, only),
                groups,
                rules(frame),
                methods(frame, standings));
    }

    private static List<Method> methods(Frame frame, List<ThresholdStanding> standings) {
        Map<String, List<String>> methods = new LinkedHashMap<>();
        standings.forEach(standing -> standing.forecast()
                .ifPresent(forecast -> methods.computeIfAbsent(frame.say(forecast.method()), words -> new ArrayList<>())
                        .add(id(standing))));
        return methods.entrySet().stream()
                .map(method -> new Method(method.getKey(), String.join(frame.say("、", ", "), method.getValue())))
                .toList();
    }

    /// Any day of the plan's year so far.
    static Field when(Frame frame, Plan plan, LocalDate asOf, LocalDate today) {
        return Field.date("as_of", frame.say("集計の時点", "As of"))
                .between(plan.year().first().toString(), today.toString())
                .value(asOf.toString());
    }

    private static String sentence(Frame frame, List<ThresholdStanding> standings) {
        long good = count(standings, Status.REACHED) + count(standings, Status.ON_TRACK);
        List<String> ja = new ArrayList<>();
        List<String> en = new ArrayList<>();
        for (Status status : List.of(Status.BEHIND, Status.AT_RISK, Status.NOT_YET, Status.UNCOUNTABLE)) {
            long count = count(standings, status);
            if (count > 0) {
                ja.add(count + "は" + status.title().ja());
                en.add(count + " " + status.title().en().toLowerCase(java.util.Locale.ROOT));
            }
        }
        String rest = ja.isEmpty() ? "。" : "、" + String.join("、", ja) + "です。";
        return frame.say(
                standings.size() + "のうち" + good + "が達成か順調" + (ja.isEmpty() ? "です。" : "で" + rest),
                good + " of " + standings.size() + " are reached or on track"
                        + (en.isEmpty() ? "." : "; " + String.join(", ", en) + "."));
    }

    private static long count(List<ThresholdStanding> standings, Status status) {
        return standings.stream().filter(s -> s.status() == status).count();
    }

    private static List<Tally> tallies(Frame frame, List<ThresholdStanding> standings, Optional<Status> only) {
        return Stream.of(Status.values())
                .filter(status -> status != Status.UNCOUNTABLE || count(standings, status) > 0)
                .map(status -> {
                    boolean current = only.filter(o -> o == status).isPresent();
                    String word = status.name().toLowerCase(java.util.Locale.ROOT);
                    return new Tally(
                            Figures.status(status),
                            frame.say(status.title()),
                            (int) count(standings, status),
                            current ? frame.withoutParameter("status") : frame.withParameter("status", word),
                            current);
                })
                .toList();
    }

    private static Row row(Frame frame, Figures figures, Plan plan, ThresholdStanding standing, List<Point> history) {
        String day = frame.query().contains("as_of=") ? "&as_of=" + standing.asOf() : "";
        String address = standing.link() + "?threshold=" + standing.threshold().id() + day;
        boolean one = standing.indicator().thresholds().size() == 1;
        return new Row(
                id(standing),
                standing.indicator().flags().contains(Indicator.Flag.CORE_GOAL),
                frame.say(
                        one
                                ? standing.indicator().title()
                                : standing.threshold().title()),
                address,
                figures.value(standing.value(), standing.unit()),
                figures.unit(standing.unit()),
                figures.exact(standing.value()),
                standing.value().isPresent(),
                figures.target(standing),
                standing.expected()
                        .map(e -> standing.unit().ratio() && e.equals(standing.target())
                                ? figures.target(standing)
                                : figures.value(Optional.of(e), standing.unit()))
                        .orElse("—"),
                standing.forecast()
                        .map(f -> figures.value(Optional.of(f.value()), standing.unit())
                                + (standing.unit().ratio() ? "%" : ""))
                        .orElse("—"),
                bullet(frame, figures, standing),
                spark(frame, standing, history),
                Figures.status(standing.status()),
                frame.say(standing.status().title()),
                standing.problem()
                        .map(p -> frame.say(p.what()) + " " + frame.say(p.next()))
                        .orElse(null));
    }

    /// `SEC-2`, or `SEC-3.a` where the indicator has several thresholds.
    private static String id(ThresholdStanding standing) {
        return standing.indicator().thresholds().size() == 1
                ? standing.indicator().id()
                : standing.threshold().id();
    }

    private static Bullet bullet(Frame frame, Figures figures, ThresholdStanding standing) {
        Optional<Fraction> share = standing.achievement();
        String said = share.map(s -> frame.say("目標の" + figures.percent(s), figures.percent(s) + " of the target"))
                .orElseGet(() -> frame.say("実績はまだありません", "No result yet"));
        String pace = standing.expected()
                .filter(e -> !standing.target().isZero())
                .map(e -> figures.percent(e.dividedBy(standing.target())))
                .map(p -> frame.say("、この時点であるべき位置は" + p, ", expected by now " + p))
                .orElse("");
        return new Bullet(
                standing.threshold().id() + "　" + said + pace,
                number(standing.value()),
                number(standing.expected()),
                number(standing.forecast().map(Forecast::value)),
                standing.target().approximate());
    }

    private static @Nullable Double number(Optional<Fraction> value) {
        return value.map(Fraction::approximate).orElse(null);
    }

    /// Every trend reaches from zero to its largest, so that flat means flat.
    private static Sparkline spark(Frame frame, ThresholdStanding standing, List<Point> history) {
        List<@Nullable Double> values = new ArrayList<>();
        history.forEach(point -> values.add(number(point.value())));
        double largest = history.stream()
                .flatMap(point -> point.value().stream())
                .mapToDouble(Fraction::approximate)
                .max()
                .orElse(1);
        return Sparkline.of(standing.threshold().id() + frame.say("の月ごとの推移", ", month by month"), values)
                .places(13)
                .within(0, largest <= 0 ? 1 : largest);
    }

    private static List<Rule> rules(Frame frame) {
        return List.of(
                rule(
                        frame,
                        Status.REACHED,
                        "実績が目標に届いた。割合の目標は年度末まで「達成」としない。",
                        "The result has reached the target. A share is not called reached before the year ends."),
                rule(frame, Status.ON_TRACK, "年度末の予測が目標以上。", "The forecast for the end of the year meets the target."),
                rule(
                        frame,
                        Status.BEHIND,
                        "予測が目標の90%以上100%未満。",
                        "The forecast is at least 90% but below 100% of the target."),
                rule(frame, Status.AT_RISK, "予測が目標の90%未満。", "The forecast is below 90% of the target."),
                rule(frame, Status.NOT_YET, "数える記録がまだない。", "There is no record to count yet."));
    }

    private static Rule rule(Frame frame, Status status, String ja, String en) {
        return new Rule(Figures.status(status), frame.say(status.title()), frame.say(ja, en));
    }
}
