package tsukasa.kernel.chart;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.Language;

/// A value against its target on one line: grey track to the target, bar to the value, ink tick where it should be
/// today, ring where it is forecast to end. All bullets of a column share one scale, in which the target is 100 %;
/// beyond 130 % the bar is cut and a forecast becomes an arrow.
///
/// @param message what the picture says, in one sentence
public record Bullet(
        String message,
        @Nullable Double value,
        @Nullable Double pace,
        @Nullable Double forecast,
        double target) implements Content {
    private static final double CUT = 130;
    private static final double FULL = 99;
    private static final int HEIGHT = 22;

    /// A line without pace or forecast.
    public static Bullet of(String message, @Nullable Double value, double target) {
        return new Bullet(message, value, null, null, target);
    }

    /// The scale for the head of a column of bullets.
    public static Content scale(Language language) {
        String goal = language == Language.JA ? "目標=100%" : "Target = 100%";
        return output ->
                output.writeContent("<svg class=\"bullet-scale\" width=\"100%\" height=\"18\" aria-hidden=\"true\">"
                        + mark(0, "", "0")
                        + mark(50, "m", "50")
                        + mark(100, "m", goal)
                        + "</svg>");
    }

    private static String mark(double percent, String style, String words) {
        return "<text class=\"" + style + "\" x=\"" + x(percent) + "\" y=\"14\">" + Svg.escape(words) + "</text>";
    }

    @Override
    public void writeTo(TemplateOutput output) {
        Svg svg = Svg.strip(HEIGHT, "bullet", message);
        svg.rect("track", "0", 7, x(100), 8);
        if (Double.isFinite(target) && target > 0) {
            drawForecastLine(svg);
            drawValue(svg);
            drawTarget(svg);
            drawPace(svg);
            drawForecastEnd(svg);
        }
        output.writeContent(svg.close());
    }

    private void drawValue(Svg svg) {
        double reached = percent(value);
        if (reached <= 0) {
            return;
        }
        svg.rect("act-f", "0", 7, x(reached), 8);
        if (reached > CUT) {
            svg.around(x(CUT), "<path class=\"cut\" d=\"M-13 17l4-12M-8 17l4-12\"/>");
        }
    }

    private void drawForecastLine(Svg svg) {
        if (Figures.drawable(forecast) && percent(forecast) > percent(value)) {
            svg.stretched("fc", x(percent(value)), x(percent(forecast)), 11);
        }
    }

    private void drawForecastEnd(Svg svg) {
        if (!Figures.drawable(forecast)) {
            return;
        }
        if (percent(forecast) <= CUT) {
            svg.circle("fc-end", x(percent(forecast)), 11, 3.75);
        } else if (percent(value) <= CUT) {
            svg.around(x(CUT), "<path class=\"arrow\" d=\"M-5 6l5 5-5 5\"/>");
        }
    }

    private void drawTarget(Svg svg) {
        svg.around(x(100), "<path class=\"goal-line\" d=\"M0 4V18\"/>");
    }

    /// A pace that has already arrived at the target wears a cap, so that both marks are seen.
    private void drawPace(Svg svg) {
        if (!Figures.drawable(pace) || percent(pace) <= 0) {
            return;
        }
        boolean atTarget = Math.abs(percent(pace) - 100) < 1.5;
        svg.around(
                x(percent(pace)),
                "<path class=\"halo\" d=\"M0 1V21\"/><path class=\"tick\" d=\"M0 2V20\"/>"
                        + (atTarget ? "<path class=\"cap\" d=\"M-4 0h8l-4 5z\"/>" : ""));
    }

    private double percent(@Nullable Double amount) {
        return Figures.drawable(amount) && amount != null ? Math.max(0, amount / target * 100) : 0;
    }

    private static String x(double percent) {
        return Svg.percent(Math.min(percent, CUT) / CUT * FULL);
    }
}
