package tsukasa.watching;

import java.util.List;
import java.util.Set;
import tsukasa.kernel.Text;
import tsukasa.kernel.page.Status;

/// What became of a finding. All but the last are the owner's decision.
public enum FindingState {
    OPEN("未対応", "Open", Status.TO_BE_CHECKED),
    REVIEWED("確認中", "Under review", Status.IN_REVIEW),
    NOT_AFFECTED("影響なし", "Not affected", Status.MATCHES),
    FIXED("対応済み", "Fixed", Status.ACHIEVED),
    ACCEPTED("受け入れる", "Accepted", Status.VALID),
    /// The database no longer says that it concerns the item.
    GONE("該当しなくなった", "No longer matches", Status.WITHDRAWN);

    /// What still waits for somebody.
    public static final Set<FindingState> WAITING = Set.of(OPEN, REVIEWED);

    private final Text title;
    private final Status status;

    FindingState(String ja, String en, Status status) {
        this.title = Text.of(ja, en);
        this.status = status;
    }

    public Text title() {
        return title;
    }

    public Status status() {
        return status;
    }

    public boolean waiting() {
        return WAITING.contains(this);
    }

    /// Those that one can choose.
    public static List<FindingState> decisions() {
        return List.of(OPEN, REVIEWED, NOT_AFFECTED, FIXED, ACCEPTED);
    }
}
