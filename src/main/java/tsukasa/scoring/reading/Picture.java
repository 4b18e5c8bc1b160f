package tsukasa.scoring.reading;

import java.util.ArrayList;
import java.util.List;
import tsukasa.kernel.Text;
import tsukasa.kernel.chart.ScorePicture;
import tsukasa.scoring.CvssReader;
import tsukasa.scoring.CvssScore;
import tsukasa.scoring.CvssScores;
import tsukasa.scoring.CvssVector;
import tsukasa.scoring.CvssVersion;
import tsukasa.scoring.MetricExplanation;
import tsukasa.scoring.MetricGroup;
import tsukasa.scoring.Severity;

/// Fills the kernel's picture of a score: the bar of severities, and each metric with all its values.
final class Picture {
    private Picture() {}

    static ScorePicture of(CvssReader reader, CvssVector vector, CvssScores scores) {
        CvssVersion version = vector.version();
        CvssScore score = scores.overall();
        List<ScorePicture.Group> groups = new ArrayList<>();
        for (MetricGroup group : MetricGroup.values()) {
            List<ScorePicture.Row> rows = reader.explain(vector).stream()
                    .filter(explained -> explained.metric().group() == group)
                    .map(Picture::row)
                    .toList();
            if (!rows.isEmpty()) {
                groups.add(new ScorePicture.Group(group.title(), rows));
            }
        }
        return new ScorePicture(
                Text.same("CVSS " + version.number()),
                score.tenths(),
                version.word(score.severity()),
                bands(version),
                groups,
                vector.text());
    }

    private static List<ScorePicture.Band> bands(CvssVersion version) {
        return version.ranges().stream()
                .filter(range -> range.severity() != Severity.NONE)
                .map(range -> new ScorePicture.Band(version.word(range.severity()), range.from() / 10 * 10))
                .toList();
    }

    private static ScorePicture.Row row(MetricExplanation explained) {
        return new ScorePicture.Row(
                explained.metric().name(),
                explained.metric().values().stream()
                        .map(value -> new ScorePicture.Choice(value.name(), value.equals(explained.value())))
                        .toList());
    }
}
