package tsukasa.kernel.chart;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The shape of a year beside its number, without axes. Sparklines that are compared share a [Range].
///
/// @param message what the picture says, in one sentence
/// @param places  how many places the year has; the rest of an unfinished year stays empty
public record Sparkline(String message, List<@Nullable Double> values, int places, boolean bars, Optional<Range> range)
        implements Content {
    private static final double WIDTH = 84;
    private static final double HEIGHT = 24;

    public Sparkline {
        values = Collections.unmodifiableList(new ArrayList<>(values));
        places = Math.max(places, values.size());
    }

    /// From which value to which the height reaches.
    public record Range(double low, double high) {}

    public static Sparkline of(String message, List<@Nullable Double> values) {
        return new Sparkline(message, values, values.size(), false, Optional.empty());
    }

    public Sparkline places(int count) {
        return new Sparkline(message, values, count, bars, range);
    }

    public Sparkline within(double low, double high) {
        return new Sparkline(message, values, places, bars, Optional.of(new Range(low, high)));
    }

    /// Amounts of each month instead of a course: small bars from zero.
    public Sparkline asBars() {
        return new Sparkline(message, values, places, true, range);
    }

    @Override
    public void writeTo(TemplateOutput output) {
        Svg svg = Svg.picture((int) WIDTH, (int) HEIGHT, "spark", message);
        Range scale = scale();
        svg.line("ax", 3, HEIGHT - 1.5, WIDTH - 3, HEIGHT - 1.5);
        if (bars) {
            drawBars(svg, scale);
        } else {
            drawLine(svg, scale);
        }
        output.writeContent(svg.close());
    }

    private Range scale() {
        double low = Figures.drawable(values).min().orElse(0);
        double high = Figures.drawable(values).max().orElse(1);
        Range own = new Range(bars ? Math.min(0, low) : low, bars ? Math.max(0, high) : high);
        return range.filter(asked -> Double.isFinite(asked.low()) && Double.isFinite(asked.high()))
                .orElse(own);
    }

    private static double y(Range scale, double value) {
        double span = scale.high() - scale.low();
        double share = span <= 0 ? 0.5 : (value - scale.low()) / span;
        return 20 - 16 * Math.clamp(share, 0, 1);
    }

    private double x(int index) {
        return 4 + (WIDTH - 8) * (places < 2 ? 0.5 : (double) index / (places - 1));
    }

    private void drawLine(Svg svg, Range scale) {
        StringBuilder path = new StringBuilder();
        boolean pen = false;
        for (int i = 0; i < values.size(); i++) {
            Double value = Figures.at(values, i);
            if (value != null) {
                path.append(pen ? 'L' : 'M').append(Svg.at(x(i))).append(' ').append(Svg.at(y(scale, value)));
            }
            pen = value != null;
        }
        svg.path("spark-line", path.toString());
        int last = Figures.lastDrawable(values);
        Double value = Figures.at(values, last);
        if (value != null) {
            svg.circle("act-f", Svg.at(x(last)), y(scale, value), 2.5);
        }
    }

    private void drawBars(Svg svg, Range scale) {
        double slot = (WIDTH - 6) / Math.max(1, places);
        for (int i = 0; i < values.size(); i++) {
            Double value = Figures.at(values, i);
            if (value != null) {
                double top = Math.min(y(scale, value), y(scale, 0)) + 2;
                double height = Math.abs(y(scale, value) - y(scale, 0));
                svg.rect("act-f", Svg.at(3 + slot * i), top, Svg.at(Math.max(1, slot - 1)), height);
            }
        }
    }
}
