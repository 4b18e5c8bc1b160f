package tsukasa.plan.indicator;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.Fraction;
import tsukasa.kernel.page.Frame;
import tsukasa.plan.PlanProgress.Point;
import tsukasa.plan.ThresholdStanding;
import tsukasa.plan.indicator.IndicatorPage.Drawing;
import tsukasa.plan.indicator.IndicatorPage.Label;

/// Draws the way of one threshold through its year: counted, expected, forecast. Text is never scaled, so the drawing
/// is made once for wide and once for narrow screens.
final class Trend {
    private static final double STEPS = 5;
    private final Frame frame;
    private final Figures figures;
    private final ThresholdStanding standing;
    private final List<Point> history;
    private final int width;
    private final double left = 56;
    private final double right;
    private final double top = 27;
    private final double bottom;
    private final double low;
    private final double high;
    private final LocalDate first;
    private final LocalDate last;

    private Trend(Frame frame, ThresholdStanding standing, List<Point> history, int width, int height, int margin) {
        this.frame = frame;
        this.figures = new Figures(frame);
        this.standing = standing;
        this.history = history;
        this.width = width;
        this.right = width - margin;
        this.bottom = height - 30;
        this.first = history.getFirst().day();
        this.last = standing.threshold().asOf();
        double largest = values().max(Double::compare).orElse(1.0);
        double smallest = values().min(Double::compare).orElse(0.0);
        double step = step(Math.max(largest - (smallest > largest * 0.6 ? smallest : 0), largest * 0.02));
        this.low = smallest > largest * 0.6 ? Math.floor(smallest / step) * step : 0;
        this.high = Math.max(low + step, Math.ceil(largest / step - 1e-9) * step);
    }

    static List<Drawing> drawings(Frame frame, ThresholdStanding standing, List<Point> history) {
        boolean empty =
                history.size() < 2 || history.stream().allMatch(p -> p.value().isEmpty());
        return empty
                ? List.of()
                : List.of(
                        new Trend(frame, standing, history, 1120, 360, 148).drawing(true),
                        new Trend(frame, standing, history, 358, 260, 14).drawing(false));
    }

    /// The axis does not begin at zero.
    static boolean cut(List<Drawing> drawings) {
        return !drawings.isEmpty()
                && !drawings.getFirst().grid().getFirst().text().matches("0%?");
    }

    private Stream<Double> values() {
        Stream<Fraction> points =
                history.stream().flatMap(p -> Stream.concat(p.value().stream(), p.expected().stream()));
        Stream<Fraction> ends = Stream.concat(
                Stream.of(standing.target()),
                standing.forecast().stream().flatMap(f -> Stream.of(f.value(), f.low(), f.high())));
        return Stream.concat(points, ends).map(Fraction::approximate);
    }

    /// 1, 2 or 5 times a power of ten.
    private static double step(double range) {
        double raw = range <= 0 ? 1 : range / STEPS;
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        double lead = raw / power;
        return (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10) * power;
    }

    private double x(LocalDate day) {
        double span = Math.max(1, ChronoUnit.DAYS.between(first, last));
        return left + (right - left) * Math.clamp(ChronoUnit.DAYS.between(first, day) / span, 0, 1);
    }

    private double y(double value) {
        return bottom - (bottom - top) * Math.clamp((value - low) / (high - low), 0, 1);
    }

    private String at(LocalDate day, Fraction value) {
        return String.format(Locale.ROOT, "%.1f %.1f", x(day), y(value.approximate()));
    }

    private String path(Function<Point, Optional<Fraction>> value, List<Point> points) {
        List<String> parts = points.stream()
                .flatMap(p -> value.apply(p).map(v -> at(p.day(), v)).stream())
                .toList();
        return parts.size() < 2 ? "" : "M" + String.join("L", parts);
    }

    private Drawing drawing(boolean wide) {
        Point now = history.getLast();
        boolean ends = now.day().isBefore(last);
        String forecast = "";
        String fan = "";
        Label said = null;
        if (ends && now.value().isPresent() && standing.forecast().isPresent()) {
            var f = standing.forecast().get();
            forecast = "M" + at(now.day(), now.value().get()) + "L" + at(last, f.value());
            fan = "M" + at(now.day(), now.value().get()) + "L" + at(last, f.high()) + "L" + at(last, f.low()) + "Z";
            said = label(last, f.value(), frame.say("予測 ", "Forecast ") + figure(f.value()));
        }
        List<Point> pace = new ArrayList<>(history);
        pace.add(new Point(last, Optional.empty(), Optional.of(standing.target())));
        return new Drawing(
                wide,
                width,
                (int) (bottom + 30),
                left,
                right,
                bottom,
                grid(),
                months(wide),
                path(Point::value, history),
                path(Point::expected, pace),
                forecast,
                fan,
                now.value()
                        .map(v -> label(now.day(), v, frame.say("実績 ", "Result ") + figure(v)))
                        .orElse(null),
                said,
                label(last, standing.target(), frame.say("目標 ", "Target ") + figures.target(standing)),
                gap(now),
                message());
    }

    private @Nullable Label gap(Point now) {
        if (now.value().isEmpty() || now.expected().isEmpty()) {
            return null;
        }
        Fraction difference = now.value().get().minus(now.expected().get());
        return difference.isZero()
                ? null
                : label(now.day(), now.expected().get(), figures.signed(difference, standing.unit()));
    }

    private String figure(Fraction value) {
        return figures.value(Optional.of(value), standing.unit())
                + (standing.unit().ratio() ? "%" : "");
    }

    private Label label(LocalDate day, Fraction value, String text) {
        return new Label(x(day), y(value.approximate()), text);
    }

    private List<Label> grid() {
        List<Label> lines = new ArrayList<>();
        double step = step(high - low);
        for (double value = low; value <= high + step / 1000; value += step) {
            Fraction exact = Fraction.of(Math.round(value * 1000), 1000);
            lines.add(new Label(left, y(value), axis(exact)));
        }
        return lines;
    }

    private String axis(Fraction value) {
        if (standing.unit().ratio()) {
            return value.times(Fraction.of(100)).decimal(0) + "%";
        }
        return value.isWhole()
                ? frame.writing().number(value.numerator().longValueExact())
                : value.decimal(1).toPlainString();
    }

    private List<Label> months(boolean wide) {
        List<Label> labels = new ArrayList<>();
        for (int month = 0; month <= 12; month += wide ? 1 : 3) {
            LocalDate day = first.plusDays(1).plusMonths(month).minusDays(1);
            if (!day.isAfter(last)) {
                String word = frame.writing().month(java.time.YearMonth.from(day));
                boolean year = wide && (month == 0 || month == 12);
                labels.add(new Label(
                        x(day),
                        bottom + 21,
                        year ? frame.say(day.getYear() + "年" + word, word + " " + day.getYear()) : word));
            }
        }
        return labels;
    }

    private String message() {
        Point now = history.getLast();
        String value = now.value().map(this::figure).orElse("—");
        String day = frame.writing().date(now.day());
        return frame.say("月ごとの推移。" + day + "は" + value + "。", "Month by month. On " + day + ": " + value + ".")
                + figures.sentence(standing);
    }
}
