package tsukasa.scoring;

import tsukasa.kernel.Text;

/// 評価基準: what a metric looks at. Temporal (2.0, 3.x) and threat (4.0) stand in the same place of the scores.
public enum MetricGroup {
    BASE("基本評価基準", "Base"),
    TEMPORAL("現状評価基準", "Temporal"),
    THREAT("脅威評価基準", "Threat"),
    ENVIRONMENTAL("環境評価基準", "Environmental"),
    SUPPLEMENTAL("補助評価基準", "Supplemental");

    private final Text title;

    MetricGroup(String ja, String en) {
        this.title = Text.of(ja, en);
    }

    public Text title() {
        return title;
    }

    /// What is beyond the base metrics may be left out of a vector.
    public boolean optional() {
        return this != BASE;
    }
}
