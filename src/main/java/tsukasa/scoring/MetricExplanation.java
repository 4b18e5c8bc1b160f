package tsukasa.scoring;

/// One metric of a vector with the value it has there.
public record MetricExplanation(CvssMetric metric, CvssMetric.Value value) {}
