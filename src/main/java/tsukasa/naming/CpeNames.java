package tsukasa.naming;

/// Reads, writes and compares CPE names.
public interface CpeNames {
    /// Any binding; hostile and broken names are refused, never thrown at the caller.
    CpeReading read(String text);

    /// As a name of CPE 1.1, of one product or of many.
    OldCpeReading readOld(String text);

    /// The URI of CPE 2.2 or 2.3, with the packed edition where it is needed.
    String uri(CpeName name);

    /// The formatted string of CPE 2.3.
    String formatted(CpeName name);

    CpeComparison compare(CpeName source, CpeName target);

    CpeRelation compare(CpeValue source, CpeValue target);

    /// Whether the source means every product of the target; the same as `compare(…).covers()`, without the
    /// explanation.
    boolean covers(CpeName source, CpeName target);
}
