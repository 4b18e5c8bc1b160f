package tsukasa.scheme;

/// Recomputes the chain of a case's events from what the database holds.
public interface ChainInspector {
    Verdict inspect(String number);

    /// @param events how many there are
    /// @param broken the place of the first event that is not what it was, from 1; 0 while all are
    /// @param seal   the hash of the last event, which covers all before it
    record Verdict(int events, int broken, String seal) {
        public boolean whole() {
            return broken == 0;
        }
    }
}
