package tsukasa.kernel.chart;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/// A few years side by side, small enough for a cell of a table: bars from zero, and a stroke where each year's target
/// was. Figures nobody can count again are drawn hollow. Missing values are gaps.
///
/// @param message what the picture shows, in one sentence
/// @param labels  one for each year
/// @param printed which values were taken from print
public record YearBars(
        String message,
        List<String> labels,
        List<@Nullable Double> values,
        List<@Nullable Double> targets,
        List<Boolean> printed)
        implements Content {
    private static final int SLOT = 40;
    private static final int HEIGHT = 84;
    private static final double TOP = 18;
    private static final double BOTTOM = HEIGHT - 18;
    private static final double BAR = 20;

    public YearBars {
        labels = List.copyOf(labels);
        values = Collections.unmodifiableList(new ArrayList<>(values));
        targets = Collections.unmodifiableList(new ArrayList<>(targets));
        printed = List.copyOf(printed);
    }

    public static YearBars of(
            String message,
            List<String> labels,
            List<@Nullable Double> values,
            List<@Nullable Double> targets,
            List<Boolean> printed) {
        return new YearBars(message, labels, values, targets, printed);
    }

    @Override
    public void writeTo(TemplateOutput output) {
        Svg svg = Svg.picture(width(), HEIGHT, "year-bars", message);
        double most = DoubleStream.concat(Figures.drawable(values), Figures.drawable(targets))
                .max()
                .orElse(0);
        svg.line("ax0", 0, BOTTOM, width(), BOTTOM);
        for (int i = 0; i < labels.size(); i++) {
            double middle = SLOT * (i + 0.5);
            svg.text("m", middle, HEIGHT - 3.0, labels.get(i));
            draw(svg, i, middle, most);
        }
        output.writeContent(svg.close());
    }

    private int width() {
        return SLOT * Math.max(1, labels.size());
    }

    private void draw(Svg svg, int index, double middle, double most) {
        Double value = Figures.at(values, index);
        Double target = Figures.at(targets, index);
        if (value != null && value > 0) {
            double top = y(value, most);
            boolean hollow = index < printed.size() && printed.get(index);
            double inset = hollow ? 0.75 : 0;
            svg.rect(
                    hollow ? "hollow" : "act-f",
                    Svg.at(middle - BAR / 2 + inset),
                    top + inset,
                    Svg.at(BAR - 2 * inset),
                    Math.max(0.5, BOTTOM - top - inset));
        }
        if (target != null && target > 0) {
            svg.line("goal", middle - BAR / 2 - 4, y(target, most), middle + BAR / 2 + 4, y(target, most));
        }
        if (value != null) {
            double highest = Math.max(value, target == null ? 0 : target);
            String words = Figures.write(value, "");
            if (Svg.width(words) <= SLOT - 2) {
                svg.text("m ink", middle, y(Math.max(0, highest), most) - 5, words);
            }
        }
    }

    private static double y(double value, double most) {
        return most <= 0 ? BOTTOM : BOTTOM - (BOTTOM - TOP) * Math.max(0, value) / most;
    }
}
