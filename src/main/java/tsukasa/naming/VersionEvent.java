package tsukasa.naming;

/// An event of a range in OSV.
public record VersionEvent(Kind kind, String version) {
    /// What happened with the version; `0` as introduced means "from the beginning".
    public enum Kind {
        INTRODUCED,
        FIXED,
        LAST_AFFECTED,
        LIMIT
    }
}
