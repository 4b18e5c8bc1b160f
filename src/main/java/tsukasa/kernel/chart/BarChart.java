package tsukasa.kernel.chart;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.Language;

/// Amounts side by side, upright, always from zero; negative amounts hang below it.
///
/// @param message what the picture says, in one sentence
public record BarChart(
        Language language,
        String message,
        List<String> labels,
        List<@Nullable Double> values,
        Optional<Double> target,
        String suffix)
        implements Content {
    private static final double NAMES = 120;

    public BarChart {
        labels = List.copyOf(labels);
        values = Collections.unmodifiableList(new ArrayList<>(values));
        target = target.filter(Figures::drawable);
    }

    public static BarChart of(Language language, String message, List<String> labels, List<@Nullable Double> values) {
        return new BarChart(language, message, labels, values, Optional.empty(), "");
    }

    /// A level that every bar is measured against.
    public BarChart target(double level) {
        return new BarChart(language, message, labels, values, Optional.of(level), suffix);
    }

    public BarChart suffix(String sign) {
        return new BarChart(language, message, labels, values, target, sign);
    }

    public ChartTable table(String caption, String labelHead, String valueHead) {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            rows.add(List.of(labels.get(i), Figures.writeOrNil(Figures.at(values, i), suffix)));
        }
        return new ChartTable(caption, List.of(labelHead, valueHead), rows);
    }

    @Override
    public void writeTo(TemplateOutput output) {
        double[] all = DoubleStream.concat(
                        Figures.drawable(values), target.stream().mapToDouble(Double::doubleValue))
                .toArray();
        Axis axis = Axis.covering(
                DoubleStream.of(all).min().orElse(0), DoubleStream.of(all).max().orElse(1), true);
        for (Plot.Size size : Plot.Size.values()) {
            output.writeContent(draw(size, axis));
        }
    }

    private String draw(Plot.Size size, Axis axis) {
        Plot plot = Plot.of(size, axis, labels, suffix, target.isPresent() ? NAMES : 14);
        Svg svg = Svg.picture(size.width(), size.height(), size.style(), message);
        plot.ground(svg, language);
        plot.names(svg, true);
        for (int i = 0; i < labels.size(); i++) {
            Double value = Figures.at(values, i);
            if (value != null) {
                bar(svg, plot, i, value);
            }
        }
        target.ifPresent(level -> level(svg, plot, level));
        return svg.close();
    }

    private void bar(Svg svg, Plot plot, int index, double value) {
        double width = Math.min(64, plot.slot() * 0.68);
        double top = Math.min(plot.y(value), plot.y(0));
        double height = Math.abs(plot.y(value) - plot.y(0));
        svg.rect("act-f", Svg.at(plot.middle(index) - width / 2), top, Svg.at(width), height);
        String words = Figures.write(value, suffix);
        if (Svg.width(words) <= plot.slot()) {
            svg.text("m ink", plot.middle(index), value < 0 ? top + height + 16 : top - 6, words);
        }
    }

    private void level(Svg svg, Plot plot, double level) {
        svg.line("goal", plot.left(), plot.y(level), plot.right(), plot.y(level));
        String words = (language == Language.JA ? "目標 " : "Target ") + Figures.write(level, suffix);
        if (plot.size() == Plot.Size.NARROW) {
            svg.text("s e", plot.size().width(), Math.max(14, plot.y(level) - 8), words);
        } else {
            svg.text("s", plot.right() + 12, plot.y(level) + 4.5, words);
        }
    }
}
