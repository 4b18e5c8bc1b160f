package tsukasa.kernel.chart;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import org.jspecify.annotations.Nullable;

/// How far a value has come to its target: the whole width is the target. The words stand beside it on the page.
public record Progress(String message, @Nullable Double value, double target) implements Content {
    /// In per cent, 0 where there is nothing to measure; may pass 100.
    public double percent() {
        boolean measurable = Figures.drawable(value) && Double.isFinite(target) && target > 0;
        return measurable && value != null ? Math.max(0, value / target * 100) : 0;
    }

    @Override
    public void writeTo(TemplateOutput output) {
        Svg svg = Svg.strip(16, "progress", message);
        svg.rect("track", "0", 4, "100%", 8);
        double reached = percent();
        if (reached > 0) {
            svg.rect("act-f", "0", 4, Svg.percent(Math.min(100, reached)), 8);
        }
        if (reached > 100) {
            svg.around("100%", "<path class=\"cut\" d=\"M-13 14l4-12M-8 14l4-12\"/>");
        }
        svg.around("100%", "<path class=\"goal-line\" d=\"M-.5 0V16\"/>");
        output.writeContent(svg.close());
    }
}
