package tsukasa.scoring;

import java.util.List;
import tsukasa.kernel.chart.ScorePicture;

/// Reads CVSS vectors as they occur in the field and says what they mean. Safe for many threads; a vector that was read
/// lately costs a look-up.
public interface CvssReader {

    /// Takes 2.0 with or without brackets and prefix, metrics in any order, blanks around. Refuses duplicates, unknown
    /// or
    /// missing metrics and anything else that would have to be guessed.
    CvssReading read(String written);

    /// For sources that name the version beside the vector. A prefix in the vector itself weighs more.
    CvssReading read(String written, CvssVersion unlessSaid);

    /// As `read`, but 4.0 only in the order its specification prescribes: for checking what others publish.
    CvssReading readInOrder(String written);

    /// Every metric of a version in the order of its specification.
    List<CvssMetric> metrics(CvssVersion version);

    /// What a vector defines, metric by metric, in words.
    List<MetricExplanation> explain(CvssVector vector);

    /// The picture of how serious it is, for `kernel/part/score.jte`.
    ScorePicture picture(CvssVector vector, CvssScores scores);
}
