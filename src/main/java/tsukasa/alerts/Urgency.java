package tsukasa.alerts;

import tsukasa.kernel.Text;
import tsukasa.kernel.page.Status;

/// 緊急度: how soon one has to act; the words are those of MyJVN's categories.
public enum Urgency {
    INFO("お知らせ", "Info"),
    LOW("注意", "Low"),
    MEDIUM("警告", "Medium"),
    HIGH("重要", "High"),
    CRITICAL("緊急", "Critical");

    private final Text word;

    Urgency(String ja, String en) {
        this.word = Text.of(ja, en);
    }

    public Text word() {
        return word;
    }

    /// The shape and tone it is shown with.
    public Status status() {
        return switch (this) {
            case CRITICAL, HIGH -> Status.AT_RISK;
            case MEDIUM -> Status.SLIGHTLY_BEHIND;
            case LOW -> Status.WITHIN_ROUNDING;
            case INFO -> Status.RECEIVED;
        };
    }
}
