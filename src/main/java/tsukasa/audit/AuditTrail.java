package tsukasa.audit;

/// Where whatever is done, read or refused is written down.
public interface AuditTrail {
    /// Within the transaction of the deed, if there is one: what is rolled back was never done, and leaves no entry.
    ///
    /// A read is recorded before it is shown, so that nothing is shown unrecorded. Outside of a transaction it is
    /// written while the page is made, and the answer waits for it; if it cannot be written, that is the answer.
    void record(Deed deed);
}
