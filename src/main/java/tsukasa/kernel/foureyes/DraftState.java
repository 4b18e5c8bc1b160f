package tsukasa.kernel.foureyes;

import tsukasa.kernel.Text;
import tsukasa.kernel.page.Status;

/// How far a draft has come. `APPROVED` is for what is published at a time of its own.
public enum DraftState {
    DRAFT("作成中", "Being written", Status.DRAFT),
    REVIEW("承認待ち", "Waiting for approval", Status.IN_REVIEW),
    APPROVED("公表待ち", "Waiting for its time", Status.ACCEPTED),
    PUBLISHED("公表済み", "Published", Status.ACCEPTED),
    DISCARDED("破棄", "Discarded", Status.WITHDRAWN);

    private final Text word;
    private final Status status;

    DraftState(String ja, String en, Status status) {
        this.word = Text.of(ja, en);
        this.status = status;
    }

    public Text word() {
        return word;
    }

    public Status status() {
        return status;
    }

    /// Neither published nor discarded.
    public boolean open() {
        return this == DRAFT || this == REVIEW || this == APPROVED;
    }
}
