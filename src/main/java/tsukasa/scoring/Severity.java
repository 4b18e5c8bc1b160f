package tsukasa.scoring;

import tsukasa.kernel.Text;
import tsukasa.kernel.page.Status;

/// 深刻度: how serious a score is, in a word.
public enum Severity {
    NONE("なし", "None"),
    LOW("注意", "Low"),
    MEDIUM("警告", "Medium"),
    HIGH("重要", "High"),
    CRITICAL("緊急", "Critical");

    private final Text word;

    Severity(String ja, String en) {
        this.word = Text.of(ja, en);
    }

    /// The word since CVSS 3.0; `CvssVersion.word` knows how the Japanese database calls the highest degree of 2.0.
    public Text word() {
        return word;
    }

    /// The shape and tone this degree is shown with; its own word stands beside them.
    public Status status() {
        return switch (this) {
            case CRITICAL, HIGH -> Status.AT_RISK;
            case MEDIUM -> Status.SLIGHTLY_BEHIND;
            case LOW -> Status.WITHIN_ROUNDING;
            case NONE -> Status.RECEIVED;
        };
    }
}
