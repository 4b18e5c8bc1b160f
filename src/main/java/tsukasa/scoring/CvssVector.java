package tsukasa.scoring;

import java.util.List;
import java.util.Optional;

/// A vector that was read: complete, each metric once, known values.
///
/// @param text    the one way we write it: prefix, metrics in the order of the specification, nothing undefined (in 2.0
/// a
///                group is written whole or not at all, as its specification asks)
/// @param metrics what it defines, in the same order
public record CvssVector(CvssVersion version, String text, List<Chosen> metrics) {
    public CvssVector {
        metrics = List.copyOf(metrics);
    }

    /// @param metric `AV`
    /// @param value  `N`
    public record Chosen(String metric, String value) {}

    public Optional<String> value(String metric) {
        return metrics.stream()
                .filter(chosen -> chosen.metric().equals(metric))
                .map(Chosen::value)
                .findFirst();
    }

    @Override
    public String toString() {
        return text;
    }
}
