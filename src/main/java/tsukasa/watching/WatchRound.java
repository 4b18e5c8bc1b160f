package tsukasa.watching;

/// Judges all watch lists by what changed in the database of vulnerabilities: what the platform does by itself every
/// few
/// seconds, for whoever cannot wait for it.
public interface WatchRound {
    /// Until nothing is left to follow.
    Followed follow();

    /// @param entries  how many entries had changed
    /// @param judged   how many items they concern
    /// @param fresh    findings that are new
    /// @param changed  findings of which something changed, or that no longer match
    record Followed(int entries, int judged, int fresh, int changed) {
        public static final Followed NOTHING = new Followed(0, 0, 0, 0);

        public Followed and(Followed other) {
            return new Followed(
                    entries + other.entries, judged + other.judged, fresh + other.fresh, changed + other.changed);
        }
    }
}
