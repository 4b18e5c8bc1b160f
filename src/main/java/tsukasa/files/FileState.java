package tsukasa.files;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Status;

/// Whether a file may be given out.
public enum FileState {
    /// Scanned, nothing found.
    CLEAN("検査済み", "Scanned", Status.VALID, null),
    /// Not scanned yet, and given out all the same: the operator decided so.
    UNSCANNED("未検査", "Not scanned", Status.TO_BE_CHECKED, null),
    /// Not scanned yet: seen by whoever brought it, by nobody else.
    QUARANTINED(
            "隔離中",
            "In quarantine",
            Status.WAITING_FOR_CORRECTION,
            Text.of("このファイルは、ウイルス検査を待っています。", "This file waits for a virus scan.")),
    /// An administrator let it out of quarantine, for a reason.
    RELEASED("隔離を解除", "Released", Status.ACCEPTED, null),
    /// A scan found something harmful: seen by nobody.
    INFECTED(
            "ウイルス検出",
            "Infected",
            Status.AT_RISK,
            Text.of("このファイルにはウイルスが見つかったため、開けません。", "A virus was found in this file, so it does not open.")),
    /// Only its record is left.
    GONE("廃棄済み", "Disposed of", Status.EXPIRED, Text.of("このファイルは廃棄されました。", "This file has been disposed of."));

    private final Text title;
    private final Status status;
    private final @Nullable Text shut;

    FileState(String ja, String en, Status status, @Nullable Text shut) {
        this.title = Text.of(ja, en);
        this.status = status;
        this.shut = shut;
    }

    public Text title() {
        return title;
    }

    public Status status() {
        return status;
    }

    /// Given out to everyone who may read it.
    public boolean givenOut() {
        return shut == null;
    }

    /// Why it is not given out to everyone who may read it; empty when it is.
    public Optional<Text> shut() {
        return Optional.ofNullable(shut);
    }
}
