package tsukasa.kernel.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Draws one line chart in one size.
final class LineDrawing {
    private static final double NAMES = 150;
    private static final double LINE_HEIGHT = 17;
    private final LineChart chart;
    private final Plot plot;
    private final Svg svg;
    private final int end;
    private final int now;

    /// A name beside the right end of a line; names that would lie on each other move apart.
    private record Name(String style, double y, String words) {}

    LineDrawing(LineChart chart, Plot.Size size, Axis axis) {
        this.chart = chart;
        this.plot = Plot.of(size, axis, chart.labels(), chart.suffix(), NAMES);
        this.svg = Svg.picture(size.width(), size.height(), size.style(), chart.message());
        this.end = chart.labels().size() - 1;
        this.now = Math.min(end, Figures.lastDrawable(chart.actual()));
    }

    String draw() {
        plot.ground(svg, chart.language());
        plot.names(svg, false);
        drawForecast();
        svg.path("pace", curve(chart.pace()));
        svg.path("act", curve(chart.actual()));
        drawGap();
        drawNow();
        drawTarget();
        drawPaceName();
        drawNames();
        return svg.close();
    }

    private String curve(List<@Nullable Double> values) {
        StringBuilder path = new StringBuilder();
        boolean pen = false;
        for (int i = 0; i <= end; i++) {
            Double value = Figures.at(values, i);
            if (value != null) {
                path.append(pen ? 'L' : 'M')
                        .append(Svg.at(plot.x(i)))
                        .append(' ')
                        .append(Svg.at(plot.y(value)));
            }
            pen = value != null;
        }
        return path.toString();
    }

    private void drawForecast() {
        LineChart.Forecast forecast = chart.forecast().orElse(null);
        Double from = Figures.at(chart.actual(), now);
        if (forecast == null || from == null || now >= end) {
            return;
        }
        String start = "M" + Svg.at(plot.x(now)) + " " + Svg.at(plot.y(from));
        String x = Svg.at(plot.x(end));
        svg.path(
                "fan",
                start + "L" + x + " " + Svg.at(plot.y(forecast.high())) + "V" + Svg.at(plot.y(forecast.low())) + "Z");
        svg.path("fc", start + "L" + x + " " + Svg.at(plot.y(forecast.value())));
        svg.circle("fc-end", x, plot.y(forecast.value()), 4);
    }

    private void drawGap() {
        Double actual = Figures.at(chart.actual(), now);
        Double pace = Figures.at(chart.pace(), now);
        if (actual == null || pace == null || Math.abs(plot.y(actual) - plot.y(pace)) < LINE_HEIGHT) {
            return;
        }
        boolean behind = actual < pace;
        double direction = behind ? 1 : -1;
        double x = plot.x(now);
        svg.line(behind ? "gap" : "gap ahead", x, plot.y(pace) + 3 * direction, x, plot.y(actual) - 7 * direction);
        String words = (behind ? "" : "+") + Figures.write(actual - pace, chart.suffix());
        boolean room = x + 10 + Svg.width(words) < plot.size().width();
        svg.text(
                (behind ? "gap-n" : "gap-n ahead") + (room ? "" : " e"),
                room ? x + 10 : x - 10,
                (plot.y(pace) + plot.y(actual)) / 2 + 4.5,
                words);
    }

    private void drawNow() {
        Double actual = Figures.at(chart.actual(), now);
        if (actual == null) {
            return;
        }
        svg.circle("act-f", Svg.at(plot.x(now)), plot.y(actual), 4.5);
        if (now == end && plot.size() != Plot.Size.NARROW) {
            return;
        }
        Double pace = Figures.at(chart.pace(), now);
        boolean above = pace != null && actual > pace;
        String words = name("実績", "Actual", actual);
        double x = plot.x(now) + 10;
        boolean room = x + Svg.width(words) < plot.size().width();
        svg.text(room ? "a" : "a e", room ? x : plot.size().width(), plot.y(actual) + (above ? -12 : 20), words);
    }

    private void drawTarget() {
        chart.target()
                .filter(_ -> end >= 0)
                .ifPresent(target -> svg.circle("goal-f", Svg.at(plot.x(end)), plot.y(target), 4));
    }

    private void drawPaceName() {
        int place = (int) Math.round(end * 0.45);
        Double pace = Figures.at(chart.pace(), place);
        if (pace == null) {
            return;
        }
        Double actual = Figures.at(chart.actual(), place);
        boolean below = actual != null && actual > pace;
        svg.text(
                below ? "" : "e",
                plot.x(place) + (below ? 8 : -8),
                plot.y(pace) + (below ? 18 : -6),
                chart.say("ペース", "Pace"));
    }

    private void drawNames() {
        if (plot.size() == Plot.Size.NARROW) {
            chart.target()
                    .filter(_ -> end >= 0)
                    .ifPresent(target -> svg.text(
                            "s e",
                            plot.size().width(),
                            Math.max(30, plot.y(target) - 9),
                            name("目標", "Target", target)));
            return;
        }
        double below = 0;
        for (Name name : endNames()) {
            double y = Math.max(name.y(), below);
            svg.text(name.style(), plot.x(end) + 12, y, name.words());
            below = y + LINE_HEIGHT;
        }
    }

    private List<Name> endNames() {
        List<Name> names = new ArrayList<>();
        if (end < 0) {
            return names;
        }
        chart.target()
                .ifPresent(target -> names.add(new Name("s", plot.y(target) + 4.5, name("目標", "Target", target))));
        Double actual = Figures.at(chart.actual(), end);
        if (actual != null) {
            names.add(new Name("a", plot.y(actual) + 4.5, name("実績", "Actual", actual)));
        } else if (now >= 0) {
            chart.forecast().ifPresent(forecast -> {
                double y = plot.y(forecast.value()) + 4.5;
                names.add(new Name("a", y, name("予測", "Forecast", forecast.value())));
                names.add(new Name(
                        "",
                        y + 0.1,
                        Figures.write(forecast.low(), "") + "–" + Figures.write(forecast.high(), chart.suffix())));
            });
        }
        names.sort(Comparator.comparingDouble(Name::y));
        return names;
    }

    private String name(String ja, String en, double value) {
        return chart.say(ja, en) + " " + Figures.write(value, chart.suffix());
    }
}
