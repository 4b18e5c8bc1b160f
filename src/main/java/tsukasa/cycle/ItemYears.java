package tsukasa.cycle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.FiscalYear;
import tsukasa.kernel.Fraction;
import tsukasa.kernel.Text;
import tsukasa.kernel.chart.YearBars;
import tsukasa.kernel.page.Frame;
import tsukasa.plan.Threshold;

/// 経年: one evaluated item over the years, this plan's year last.
///
/// @param years   those shown; only this plan's where nothing is known of any other
/// @param outputs one for each threshold, with one point for each year
/// @param inputs  one for each year something is known of
public record ItemYears(List<FiscalYear> years, List<Output> outputs, List<Input> inputs) {
    public ItemYears {
        years = List.copyOf(years);
        outputs = List.copyOf(outputs);
        inputs = List.copyOf(inputs);
    }

    /// Where a figure comes from; people must see which ones nobody can count again.
    public enum Origin {
        NONE("－", "－"),
        PRINTED("印刷された値（記入）", "printed figure (entered)"),
        CLOSED("締めた値", "closed"),
        OPEN("締める前の値", "not closed yet");

        private final Text title;

        Origin(String ja, String en) {
            this.title = Text.of(ja, en);
        }

        public Text title() {
            return title;
        }
    }

    public record Output(Threshold threshold, List<Point> points) {
        public Output {
            points = List.copyOf(points);
        }

        /// As the table says it, for those who do not see it.
        public YearBars chart(Frame frame) {
            List<@Nullable Double> values = new ArrayList<>();
            List<@Nullable Double> targets = new ArrayList<>();
            points.forEach(point -> values.add(drawn(point.value())));
            points.forEach(point -> targets.add(drawn(point.target())));
            String first = frame.say(
                    threshold.id() + "の" + points.size() + "年度の実績と目標",
                    threshold.id() + ": results and targets over " + points.size() + " years");
            return new YearBars(
                    first,
                    points.stream()
                            .map(point -> String.valueOf(point.year().year()))
                            .toList(),
                    values,
                    targets,
                    points.stream()
                            .map(point -> point.origin() == Origin.PRINTED)
                            .toList());
        }

        private @Nullable Double drawn(Optional<Fraction> figure) {
            return figure.map(found -> found.approximate() * (threshold.unit().ratio() ? 100 : 1))
                    .orElse(null);
        }

        /// With its unit; `－` where nothing is known.
        public String said(Frame frame, Optional<Fraction> figure) {
            if (figure.isEmpty()) {
                return "－";
            }
            if (threshold.unit().ratio()) {
                return frame.writing().percentCut(figure.get());
            }
            String unit = frame.say(threshold.unit().title());
            return frame.writing().amount(figure.get(), false) + (frame.japanese() ? unit : " " + unit);
        }

        /// Its unit once beside its name, so that many years stand beside each other.
        public String unit(Frame frame) {
            return threshold.unit().ratio()
                    ? ""
                    : frame.say(
                            "（" + threshold.unit().title().ja() + "）",
                            "(" + threshold.unit().title().en() + ")");
        }

        /// Without its unit, a share in per cent.
        public String bare(Frame frame, Optional<Fraction> figure) {
            return figure.map(found -> threshold.unit().ratio()
                            ? said(frame, figure)
                            : frame.writing().amount(found, false))
                    .orElse("－");
        }

        /// As a plan states it: two thirds stay two thirds.
        public String goal(Frame frame, Optional<Fraction> target) {
            boolean odd = threshold.unit().ratio()
                    && target.filter(found -> !found.times(Fraction.of(1000)).isWhole())
                            .isPresent();
            return odd ? target.map(Fraction::toString).orElse("") : said(frame, target);
        }

        public String bareGoal(Frame frame, Optional<Fraction> target) {
            return threshold.unit().ratio() ? goal(frame, target) : bare(frame, target);
        }
    }

    public record Point(FiscalYear year, Optional<Fraction> target, Optional<Fraction> value, Origin origin) {
        public boolean printed() {
            return origin == Origin.PRINTED;
        }

        /// Cut off, never rounded up to a target.
        public String achieved(Frame frame, Threshold threshold) {
            return value.flatMap(found -> switch (threshold.comparator()) {
                        case AT_LEAST, EQUAL ->
                            target.filter(goal -> !goal.isZero()).map(found::dividedBy);
                        case AT_MOST ->
                            found.isZero() ? Optional.of(Fraction.ONE) : target.map(goal -> goal.dividedBy(found));
                    })
                    .filter(_ -> target.isPresent())
                    .map(frame.writing()::percentCut)
                    .orElse("");
        }
    }

    /// In yen; people are always entered, since no register counts them yet.
    public record Input(
            FiscalYear year,
            Optional<Long> budget,
            Optional<Long> settlement,
            Optional<Long> personnel,
            Optional<Integer> staff,
            Origin origin) {
        public boolean printed() {
            return origin == Origin.PRINTED;
        }

        /// Rounded half up in each cell; totals are not forced.
        public static String millions(Frame frame, Optional<Long> yen) {
            return frame.writing()
                    .millions(
                            yen.map(y -> Math.floorDiv(y + 500_000, 1_000_000)).orElse(null));
        }
    }

    /// More than this plan's own year.
    public boolean overYears() {
        return years.size() > 1 || inputs.size() > 1;
    }

    public boolean printed() {
        return Stream.concat(
                                outputs.stream()
                                        .flatMap(output ->
                                                output.points().stream().map(Point::origin)),
                                inputs.stream().map(Input::origin))
                        .anyMatch(Origin.PRINTED::equals)
                || staffed();
    }

    public boolean staffed() {
        return inputs.stream().anyMatch(input -> input.staff().isPresent());
    }

    /// What was spent, against what was budgeted.
    public YearBars spending(Frame frame) {
        List<@Nullable Double> spent = new ArrayList<>();
        List<@Nullable Double> budgets = new ArrayList<>();
        inputs.forEach(input -> spent.add(millions(input.settlement())));
        inputs.forEach(input -> budgets.add(millions(input.budget())));
        return new YearBars(
                frame.say("決算額と予算額（百万円）", "Settlement and budget, million yen"),
                inputs.stream()
                        .map(input -> String.valueOf(input.year().year()))
                        .toList(),
                spent,
                budgets,
                inputs.stream().map(Input::printed).toList());
    }

    private static @Nullable Double millions(Optional<Long> yen) {
        return yen.map(found -> found / 1e6).orElse(null);
    }
}
