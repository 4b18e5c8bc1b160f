package tsukasa.scoring.reading;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tsukasa.scoring.CvssMetric;
import tsukasa.scoring.CvssVersion;

/// The metrics of one version, found by their id.
final class Metrics {
    private static final Map<CvssVersion, Metrics> ALL = new EnumMap<>(Map.of(
            CvssVersion.V2_0, new Metrics(CvssVersion.V2_0, "cvss-2.txt"),
            CvssVersion.V3_0, new Metrics(CvssVersion.V3_0, "cvss-3.txt"),
            CvssVersion.V3_1, new Metrics(CvssVersion.V3_1, "cvss-3.txt"),
            CvssVersion.V4_0, new Metrics(CvssVersion.V4_0, "cvss-4.txt")));

    private final CvssVersion version;
    private final List<CvssMetric> inOrder;
    private final Map<String, Integer> places = new HashMap<>();

    private Metrics(CvssVersion version, String file) {
        this.version = version;
        this.inOrder = MetricFile.read(file);
        for (int place = 0; place < inOrder.size(); place++) {
            places.put(inOrder.get(place).id(), place);
        }
    }

    static Metrics of(CvssVersion version) {
        Metrics metrics = ALL.get(version);
        if (metrics == null) {
            throw new IllegalStateException("no metrics of " + version);
        }
        return metrics;
    }

    CvssVersion version() {
        return version;
    }

    List<CvssMetric> inOrder() {
        return inOrder;
    }

    CvssMetric at(int place) {
        return inOrder.get(place);
    }

    /// Null where this version has no such metric.
    @Nullable
    Integer place(String id) {
        return places.get(id);
    }
}
