package tsukasa.files;

/// How taking a file away can end.
public enum RemoveOutcome {
    REMOVED,
    /// A hold keeps it.
    ON_HOLD,
    /// There is none, or no more.
    NOT_THERE
}
