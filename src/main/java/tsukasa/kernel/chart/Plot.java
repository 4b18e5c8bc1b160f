package tsukasa.kernel.chart;

import java.util.List;
import tsukasa.kernel.Language;

/// The ground of a chart: its size, margins and axes, and where a value lies on it.
record Plot(Size size, Axis axis, List<String> labels, String suffix, double left, double right) {
    private static final double TOP = 40;
    private static final double UNDER = 30;

    /// The same chart in sizes of its own, so that text is never scaled.
    enum Size {
        WIDE(1120, 360, "chart-wide"),
        MIDDLE(688, 320, "chart-middle"),
        NARROW(358, 270, "chart-narrow");

        private final int width;
        private final int height;
        private final String style;

        Size(int width, int height, String style) {
            this.width = width;
            this.height = height;
            this.style = style;
        }

        int width() {
            return width;
        }

        int height() {
            return height;
        }

        String style() {
            return style;
        }
    }

    static Plot of(Size size, Axis axis, List<String> labels, String suffix, double roomForNames) {
        double widest = axis.ticks().stream()
                .mapToDouble(tick -> Svg.width(Figures.write(tick, suffix)))
                .max()
                .orElse(0);
        double room = size == Size.NARROW ? 14 : roomForNames;
        return new Plot(size, axis, labels, suffix, Math.max(28, widest + 10), size.width() - Math.max(14, room));
    }

    double bottom() {
        return size.height() - UNDER;
    }

    /// Where the n-th label stands on a line: the first at the left end, the last at the right.
    double x(int index) {
        return labels.size() < 2 ? (left + right) / 2 : left + (right - left) * index / (labels.size() - 1);
    }

    double slot() {
        return (right - left) / Math.max(1, labels.size());
    }

    /// Where the n-th label stands when each has a slot of its own, as bars do.
    double middle(int index) {
        return left + slot() * (index + 0.5);
    }

    double y(double value) {
        return bottom() - (bottom() - TOP) * axis.share(value);
    }

    void ground(Svg svg, Language language) {
        for (double tick : axis.ticks()) {
            boolean base = Math.abs(tick - Math.max(0, axis.from())) < axis.step() / 2;
            svg.line(base ? "ax0" : "ax", left, y(tick), right, y(tick));
            svg.text("e", left - 8, y(tick) + 4.5, Figures.write(tick, suffix));
        }
        if (!axis.startsAtZero()) {
            String from = Figures.write(axis.from(), suffix);
            svg.text("", 0, 14, language == Language.JA ? "縦軸は" + from + "から" : "Axis starts at " + from);
        }
    }

    /// As many labels as fit beside each other, the last always among them.
    void names(Svg svg, boolean slots) {
        double widest = labels.stream().mapToDouble(Svg::width).max().orElse(0);
        double distance = slots ? slot() : labels.size() < 2 ? right - left : (right - left) / (labels.size() - 1);
        int step = Math.max(1, (int) Math.ceil((widest + 6) / Math.max(1, distance)));
        for (int i = labels.size() - 1; i >= 0; i -= step) {
            double x = slots ? middle(i) : x(i);
            double half = Svg.width(labels.get(i)) / 2;
            boolean sticksOut = x + half > size.width();
            svg.text(sticksOut ? "e" : "m", sticksOut ? size.width() : x, bottom() + 21, labels.get(i));
        }
    }
}
