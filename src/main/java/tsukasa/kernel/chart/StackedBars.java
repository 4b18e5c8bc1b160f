package tsukasa.kernel.chart;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.util.List;
import java.util.stream.IntStream;
import tsukasa.kernel.Language;

/// Amounts that are made of parts, upright, from zero; the first part stands at the bottom. Its tones are a scale from
/// dark to light, so the parts are told apart without colour, and their names stand above.
///
/// @param message what the picture says, in one sentence
/// @param labels  one for each bar
public record StackedBars(Language language, String message, List<String> labels, List<Part> parts) implements Content {
    private static final int KEY = 12;
    private static final int KEY_LINE = 20;

    public StackedBars {
        labels = List.copyOf(labels);
        parts = List.copyOf(parts);
    }

    /// @param tone   1 for the darkest to 5 for the lightest; 0 is grey: what belongs to no degree
    /// @param values one for each bar, none negative
    public record Part(String name, int tone, List<Double> values) {
        public Part {
            values = List.copyOf(values);
        }

        private double at(int index) {
            Double value = index < values.size() ? values.get(index) : Double.valueOf(0);
            return Figures.drawable(value) ? Math.max(0, value) : 0;
        }

        private String style() {
            return tone == 0 ? "rest" : "k" + (6 - tone);
        }
    }

    private double total(int index) {
        return parts.stream().mapToDouble(part -> part.at(index)).sum();
    }

    @Override
    public void writeTo(TemplateOutput output) {
        double most =
                IntStream.range(0, labels.size()).mapToDouble(this::total).max().orElse(1);
        Axis axis = Axis.covering(0, Math.max(1, most), true);
        for (Plot.Size size : Plot.Size.values()) {
            output.writeContent(draw(size, axis));
        }
    }

    /// The key takes lines of its own above the plot, as many as the width needs.
    private String draw(Plot.Size size, Axis axis) {
        int lines = keyLines(size);
        int down = lines * KEY_LINE;
        Plot plot = Plot.of(size, axis, labels, "", 14);
        Svg svg = Svg.picture(size.width(), size.height() + down, size.style(), message);
        key(svg, size);
        svg.raw("<g transform=\"translate(0 " + down + ")\">");
        plot.ground(svg, language);
        plot.names(svg, true);
        boolean written = widest() <= plot.slot();
        for (int i = 0; i < labels.size(); i++) {
            bar(svg, plot, i, written);
        }
        return svg.raw("</g>").close();
    }

    private void bar(Svg svg, Plot plot, int index, boolean written) {
        double width = Math.min(64, plot.slot() * 0.68);
        String left = Svg.at(plot.middle(index) - width / 2);
        double so = 0;
        for (Part part : parts) {
            double value = part.at(index);
            double top = plot.y(so + value);
            double height = plot.y(so) - top;
            if (value > 0) {
                svg.rect(part.style(), left, top, Svg.at(width), Math.max(0.5, height - (height > 3 ? 1 : 0)));
            }
            so += value;
        }
        String words = Figures.write(so, "");
        if (so > 0 && written) {
            svg.text("m ink clear", plot.middle(index), plot.y(so) - 6, words);
        }
    }

    /// Amounts are written over all bars or none, so that no bar seems to have none.
    private double widest() {
        return IntStream.range(0, labels.size())
                .mapToDouble(i -> Svg.width(Figures.write(total(i), "")))
                .max()
                .orElse(0);
    }

    private int keyLines(Plot.Size size) {
        return place(size, (_, _, _) -> {});
    }

    private void key(Svg svg, Plot.Size size) {
        place(size, (part, x, y) -> {
            svg.rect(part.style(), Svg.at(x), y, Svg.at(KEY), KEY);
            svg.text("", x + KEY + 6, y + 11, part.name());
        });
    }

    private interface Drawing {
        void draw(Part part, double x, double y);
    }

    private int place(Plot.Size size, Drawing drawing) {
        double x = 1;
        int line = 0;
        for (Part part : parts) {
            double width = KEY + 6 + Svg.width(part.name()) + 18;
            if (x > 1 && x + width > size.width()) {
                x = 1;
                line++;
            }
            drawing.draw(part, x, line * (double) KEY_LINE + 2);
            x += width;
        }
        return line + 1;
    }
}
