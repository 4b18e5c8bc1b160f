package tsukasa.scoring.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import tsukasa.kernel.chart.ScorePicture;
import tsukasa.scoring.CvssMetric;
import tsukasa.scoring.CvssReader;
import tsukasa.scoring.CvssReading;
import tsukasa.scoring.CvssScore;
import tsukasa.scoring.CvssScores;
import tsukasa.scoring.CvssVector;
import tsukasa.scoring.CvssVersion;
import tsukasa.scoring.MetricExplanation;
import tsukasa.scoring.MetricGroup;

/// Imports read hundreds of thousands of vectors of which some thousand differ, so what was read is remembered.
@Component
class VectorReader implements CvssReader {
    /// Some 20 MB at most. When it is full it starts again: strangers may ask for any vector, and must not fill memory.
    private static final int REMEMBERED = 10_000;

    private final Map<String, CvssReading.Read> remembered = new ConcurrentHashMap<>();

    @Override
    public CvssReading read(String written) {
        CvssReading.Read known = remembered.get(written);
        return known == null ? remember(written, readAnew(written, CvssVersion.V2_0, false)) : known;
    }

    @Override
    public CvssReading read(String written, CvssVersion unlessSaid) {
        if (unlessSaid == CvssVersion.V2_0 || written.strip().startsWith("CVSS")) {
            return read(written);
        }
        CvssReading said = read(unlessSaid.prefix() + written.strip());
        return said instanceof CvssReading.Read ? said : readAnew(written, unlessSaid, false);
    }

    @Override
    public CvssReading readInOrder(String written) {
        return readAnew(written, CvssVersion.V2_0, true);
    }

    private CvssReading remember(String written, CvssReading reading) {
        if (reading instanceof CvssReading.Read read && written.length() <= Parsing.LONGEST) {
            if (remembered.size() >= REMEMBERED) {
                remembered.clear();
            }
            remembered.put(written, read);
        }
        return reading;
    }

    static CvssReading readAnew(String written, CvssVersion unlessSaid, boolean inOrder) {
        Parsing.Result result = Parsing.read(written, unlessSaid, inOrder);
        Values values = result.values();
        return values == null
                ? Objects.requireNonNull(result.refused())
                : new CvssReading.Read(values.vector(), scores(values));
    }

    private static CvssScores scores(Values values) {
        CvssVersion version = values.version();
        Formula.Tenths tenths = Formula.of(version).of(values);
        boolean now = values.defines(MetricGroup.TEMPORAL) || values.defines(MetricGroup.THREAT);
        return new CvssScores(
                score(version, tenths.base()),
                now ? Optional.of(score(version, tenths.temporal())) : Optional.empty(),
                values.defines(MetricGroup.ENVIRONMENTAL)
                        ? Optional.of(score(version, tenths.environmental()))
                        : Optional.empty());
    }

    private static CvssScore score(CvssVersion version, int tenths) {
        return new CvssScore(tenths, version.severity(tenths));
    }

    @Override
    public List<CvssMetric> metrics(CvssVersion version) {
        return Metrics.of(version).inOrder();
    }

    @Override
    public List<MetricExplanation> explain(CvssVector vector) {
        List<MetricExplanation> explained = new ArrayList<>();
        for (CvssMetric metric : metrics(vector.version())) {
            vector.value(metric.id())
                    .flatMap(metric::value)
                    .ifPresent(value -> explained.add(new MetricExplanation(metric, value)));
        }
        return explained;
    }

    @Override
    public ScorePicture picture(CvssVector vector, CvssScores scores) {
        return Picture.of(this, vector, scores);
    }
}
