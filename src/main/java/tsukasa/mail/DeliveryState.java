package tsukasa.mail;

import tsukasa.kernel.Text;

/// How far a letter has come.
public enum DeliveryState {
    QUEUED("送信待ち", "Waiting"),
    SENT("送信済み", "Sent"),
    FAILED("送信できず", "Failed");

    private final Text title;

    DeliveryState(String ja, String en) {
        this.title = Text.of(ja, en);
    }

    public Text title() {
        return title;
    }
}
