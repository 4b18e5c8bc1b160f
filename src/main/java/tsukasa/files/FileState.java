package tsukasa.files;

import tsukasa.kernel.Text;
import tsukasa.kernel.page.Status;

/// Whether a file may be given out.
public enum FileState {
    /// Scanned, nothing found.
    CLEAN("検査済み", "Scanned", Status.VALID, true),
    /// Not scanned yet, and given out all the same: the operator decided so.
    UNSCANNED("未検査", "Not scanned", Status.TO_BE_CHECKED, true),
    /// Not scanned yet: seen by whoever brought it, by nobody else.
    QUARANTINED("隔離中", "In quarantine", Status.WAITING_FOR_CORRECTION, false),
    /// An administrator let it out of quarantine, for a reason.
    RELEASED("隔離を解除", "Released", Status.ACCEPTED, true),
    /// A scan found something harmful: seen by nobody.
    INFECTED("ウイルス検出", "Infected", Status.AT_RISK, false),
    /// Only its record is left.
    GONE("廃棄済み", "Disposed of", Status.EXPIRED, false);

    private final Text title;
    private final Status status;
    private final boolean open;

    FileState(String ja, String en, Status status, boolean open) {
        this.title = Text.of(ja, en);
        this.status = status;
        this.open = open;
    }

    public Text title() {
        return title;
    }

    public Status status() {
        return status;
    }

    /// Given out to everyone who may read it.
    public boolean givenOut() {
        return open;
    }
}
