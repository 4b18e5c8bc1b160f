package tsukasa.scoring.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tsukasa.scoring.CvssMetric;
import tsukasa.scoring.CvssVector;
import tsukasa.scoring.CvssVersion;
import tsukasa.scoring.MetricGroup;

/// What a vector says of each metric of its version, in the order of the specification.
final class Values {
    private final Metrics metrics;
    private final @Nullable String[] said;

    Values(Metrics metrics) {
        this.metrics = metrics;
        this.said = new @Nullable String[metrics.inOrder().size()];
    }

    private Values(Metrics metrics, @Nullable String[] said) {
        this.metrics = metrics;
        this.said = said;
    }

    CvssVersion version() {
        return metrics.version();
    }

    void put(int place, String value) {
        said[place] = value;
    }

    boolean has(int place) {
        return said[place] != null;
    }

    /// `X` where nothing is said, or that it is not defined.
    String of(String metric) {
        Integer place = metrics.place(metric);
        String value = place == null ? null : said[place];
        return value == null || value.equals("ND") ? "X" : value;
    }

    /// What counts in the organisation: the modified metric, or else the one it modifies.
    String afterMeasures(String metric) {
        String modified = of("M" + metric);
        return modified.equals("X") ? of(metric) : modified;
    }

    boolean defines(MetricGroup group) {
        return metrics.inOrder().stream()
                .anyMatch(metric -> metric.group() == group && !of(metric.id()).equals("X"));
    }

    Values without(MetricGroup group) {
        @Nullable String[] rest = Arrays.copyOf(said, said.length);
        for (int place = 0; place < rest.length; place++) {
            if (metrics.at(place).group() == group) {
                rest[place] = null;
            }
        }
        return new Values(metrics, rest);
    }

    List<CvssMetric> missing() {
        List<CvssMetric> missing = new ArrayList<>();
        for (int place = 0; place < said.length; place++) {
            if (said[place] == null && metrics.at(place).group() == MetricGroup.BASE) {
                missing.add(metrics.at(place));
            }
        }
        return missing;
    }

    CvssVector vector() {
        StringBuilder text = new StringBuilder(metrics.version().prefix());
        List<CvssVector.Chosen> chosen = new ArrayList<>();
        for (CvssMetric metric : metrics.inOrder()) {
            String value = of(metric.id());
            if (!value.equals("X")) {
                chosen.add(new CvssVector.Chosen(metric.id(), value));
                write(text, metric, value);
            } else if (metrics.version() == CvssVersion.V2_0 && defines(metric.group())) {
                write(text, metric, "ND");
            }
        }
        text.setLength(text.length() - 1);
        return new CvssVector(metrics.version(), text.toString(), chosen);
    }

    private static void write(StringBuilder text, CvssMetric metric, String value) {
        text.append(metric.id()).append(':').append(value).append('/');
    }
}
