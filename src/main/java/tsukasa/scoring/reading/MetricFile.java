package tsukasa.scoring.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import tsukasa.kernel.Text;
import tsukasa.scoring.CvssMetric;
import tsukasa.scoring.CvssMetric.Value;
import tsukasa.scoring.MetricGroup;

/// Reads what the metrics of a version are called. A group in brackets; a metric `id | 日本語 | English`; below it,
/// indented,
/// its values `id | 日本語 | English | 文 | sentence`. `MAV < AV` is AV as it is after the organisation's own measures.
final class MetricFile {
    private static final Value UNDEFINED = new Value(
            "X", Text.of("未評価", "Not defined"), Text.of("基本評価のとおりとして計算します。", "Scored as the base metric says."));
    private final List<CvssMetric> metrics = new ArrayList<>();
    private MetricGroup group = MetricGroup.BASE;

    private MetricFile() {}

    static List<CvssMetric> read(String name) {
        MetricFile file = new MetricFile();
        lines(name).forEach(file::line);
        return List.copyOf(file.metrics);
    }

    /// The lines of a file of this module that say something.
    static Stream<String> lines(String name) {
        try (InputStream in = MetricFile.class.getResourceAsStream("/tsukasa/scoring/" + name)) {
            byte[] content = Objects.requireNonNull(in, name).readAllBytes();
            return new String(content, StandardCharsets.UTF_8)
                    .lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void line(String line) {
        if (line.startsWith("[")) {
            group = MetricGroup.valueOf(line.substring(1, line.indexOf(']')));
        } else if (line.startsWith(" ")) {
            value(cells(line, 5));
        } else if (line.contains(" < ")) {
            String[] ids = line.split(" < ", -1);
            metrics.add(modified(ids[0], ids[1].strip()));
        } else {
            String[] cells = cells(line, 3);
            metrics.add(new CvssMetric(cells[0], group, Text.of(cells[1], cells[2]), List.of()));
        }
    }

    private static String[] cells(String line, int number) {
        String[] cells = line.strip().split(" *\\| *", -1);
        if (cells.length != number) {
            throw new IllegalStateException("not " + number + " cells: " + line);
        }
        return cells;
    }

    private void value(String[] cells) {
        CvssMetric metric = metrics.removeLast();
        List<Value> values = new ArrayList<>(metric.values());
        values.add(new Value(cells[0], Text.of(cells[1], cells[2]), Text.of(cells[3], cells[4])));
        metrics.add(new CvssMetric(metric.id(), metric.group(), metric.name(), values));
    }

    private CvssMetric modified(String id, String of) {
        CvssMetric base = metrics.stream()
                .filter(metric -> metric.id().equals(of))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(id + " is made of " + of + ", which is not there"));
        Text name = Text.of(
                "緩和策後の" + base.name().ja(), "Modified: " + base.name().en().toLowerCase(java.util.Locale.ROOT));
        List<Value> values = new ArrayList<>(List.of(UNDEFINED));
        values.addAll(base.values());
        return new CvssMetric(id, group, name, values);
    }
}
