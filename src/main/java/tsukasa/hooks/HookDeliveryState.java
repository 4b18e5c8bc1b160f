package tsukasa.hooks;

import tsukasa.kernel.Text;

/// How far a message has come.
public enum HookDeliveryState {
    QUEUED("送信待ち", "Waiting"),
    DELIVERED("届いた", "Delivered"),
    FAILED("届かず", "Not delivered");

    private final Text title;

    HookDeliveryState(String ja, String en) {
        this.title = Text.of(ja, en);
    }

    public Text title() {
        return title;
    }
}
