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

/// A measured value over time against the pace it needs, with its forecast and its target. Missing values are gaps.
///
/// @param message what the picture says, in one sentence
/// @param labels  one for each place in time, in the reader's language
/// @param suffix  `%` or nothing
public record LineChart(
        Language language,
        String message,
        List<String> labels,
        List<@Nullable Double> actual,
        List<@Nullable Double> pace,
        Optional<Forecast> forecast,
        Optional<Double> target,
        String suffix)
        implements Content {

    public LineChart {
        labels = List.copyOf(labels);
        actual = Collections.unmodifiableList(new ArrayList<>(actual));
        pace = Collections.unmodifiableList(new ArrayList<>(pace));
        forecast = forecast.filter(Forecast::drawable);
        target = target.filter(Figures::drawable);
    }

    /// Where the value is expected to be at the last label, and between which bounds.
    public record Forecast(double value, double low, double high) {
        boolean drawable() {
            return Figures.drawable(value) && Figures.drawable(low) && Figures.drawable(high);
        }
    }

    public static LineChart of(Language language, String message, List<String> labels, List<@Nullable Double> actual) {
        return new LineChart(language, message, labels, actual, List.of(), Optional.empty(), Optional.empty(), "");
    }

    public LineChart pace(List<@Nullable Double> expected) {
        return new LineChart(language, message, labels, actual, expected, forecast, target, suffix);
    }

    public LineChart forecast(double value, double low, double high) {
        return new LineChart(
                language,
                message,
                labels,
                actual,
                pace,
                Optional.of(new Forecast(value, Math.min(low, high), Math.max(low, high))),
                target,
                suffix);
    }

    public LineChart target(double value) {
        return new LineChart(language, message, labels, actual, pace, forecast, Optional.of(value), suffix);
    }

    public LineChart suffix(String sign) {
        return new LineChart(language, message, labels, actual, pace, forecast, target, sign);
    }

    @Override
    public void writeTo(TemplateOutput output) {
        for (Plot.Size size : Plot.Size.values()) {
            output.writeContent(new LineDrawing(this, size, axis()).draw());
        }
    }

    private Axis axis() {
        double[] all = DoubleStream.concat(
                        DoubleStream.concat(Figures.drawable(actual), Figures.drawable(pace)),
                        DoubleStream.concat(
                                forecast.stream().flatMapToDouble(f -> DoubleStream.of(f.low(), f.value(), f.high())),
                                target.stream().mapToDouble(Double::doubleValue)))
                .toArray();
        return all.length == 0
                ? Axis.covering(0, 1, true)
                : Axis.covering(
                        DoubleStream.of(all).min().orElse(0),
                        DoubleStream.of(all).max().orElse(1),
                        false);
    }

    /// 実績, ペース and, at the end, 予測 and 目標: only the columns that have something in them.
    public ChartTable table(String caption) {
        List<String> heads = new ArrayList<>(List.of(say("時点", "Time"), say("実績", "Actual")));
        if (!pace.isEmpty()) {
            heads.add(say("ペース", "Pace"));
        }
        forecast.ifPresent(_ -> heads.add(say("予測", "Forecast")));
        target.ifPresent(_ -> heads.add(say("目標", "Target")));
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            rows.add(row(i));
        }
        return new ChartTable(caption, heads, rows);
    }

    private List<String> row(int index) {
        boolean last = index == labels.size() - 1;
        List<String> row =
                new ArrayList<>(List.of(labels.get(index), Figures.writeOrNil(Figures.at(actual, index), suffix)));
        if (!pace.isEmpty()) {
            row.add(Figures.writeOrNil(Figures.at(pace, index), suffix));
        }
        forecast.ifPresent(end -> row.add(last ? Figures.write(end.value(), suffix) : ""));
        target.ifPresent(goal -> row.add(last ? Figures.write(goal, suffix) : ""));
        return row;
    }

    String say(String ja, String en) {
        return language == Language.JA ? ja : en;
    }
}
