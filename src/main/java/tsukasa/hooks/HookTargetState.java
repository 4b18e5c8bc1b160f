package tsukasa.hooks;

import tsukasa.kernel.Text;

/// Whether a target is written to.
public enum HookTargetState {
    ACTIVE("送信中", "Active"),
    GONE("受信側が終了", "Ended by the receiver"),
    FAILED("失敗が続き停止", "Stopped after days of failures");

    private final Text title;

    HookTargetState(String ja, String en) {
        this.title = Text.of(ja, en);
    }

    public Text title() {
        return title;
    }
}
