package tsukasa.audit;

/// Where whatever is done, read or refused is written down.
public interface AuditTrail {
    /// Within the transaction of the deed, if there is one: what is rolled back was never done, and leaves no entry. A
    /// read is recorded before it is shown, so that nothing is shown unrecorded.
    void record(Deed deed);
}
