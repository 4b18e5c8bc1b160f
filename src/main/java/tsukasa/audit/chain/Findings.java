package tsukasa.audit.chain;

import java.util.ArrayList;
import java.util.List;
import tsukasa.audit.AuditFault;
import tsukasa.audit.AuditVerdict;

/// Counts all faults, keeps the first thousand.
final class Findings {
    static final int KEPT = 1_000;
    private final List<AuditFault> faults = new ArrayList<>();
    private long faulty;
    long days;
    long entries;

    void add(AuditFault fault) {
        faulty++;
        if (faults.size() < KEPT) {
            faults.add(fault);
        }
    }

    long faulty() {
        return faulty;
    }

    AuditVerdict verdict(long waiting, boolean trusted) {
        return new AuditVerdict(days, entries, waiting, faults, faulty, trusted);
    }
}
