package tsukasa.scoring;

import java.util.List;
import java.util.Optional;
import tsukasa.kernel.Text;

/// 評価項目: one question of a version of CVSS, with all its answers, the not-defined one included.
///
/// @param id as it stands in a vector: `AV`
public record CvssMetric(String id, MetricGroup group, Text name, List<Value> values) {
    public CvssMetric {
        values = List.copyOf(values);
    }

    /// @param id      as it stands in a vector: `N`
    /// @param name    as a table or a form shows it
    /// @param meaning what it says about the weakness, in one plain sentence
    public record Value(String id, Text name, Text meaning) {
        /// 未評価: the same as leaving the metric out.
        public boolean undefined() {
            return id.equals("X") || id.equals("ND");
        }
    }

    public Optional<Value> value(String value) {
        return values.stream().filter(known -> known.id().equals(value)).findFirst();
    }
}
