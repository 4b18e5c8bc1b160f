package tsukasa.audit;

import java.time.LocalDate;
import java.util.List;

/// What looking through the trail found.
///
/// @param days     days looked through
/// @param entries  entries looked through
/// @param waiting  written but not sealed yet
/// @param faults   the first of them
/// @param faulty   how many there are
/// @param trusted  the signatures were held against a key that does not come from the database
public record AuditVerdict(
        long days, long entries, long waiting, List<AuditFault> faults, long faulty, boolean trusted) {
    public AuditVerdict {
        faults = List.copyOf(faults);
    }

    public boolean sound() {
        return faulty == 0;
    }

    public List<LocalDate> faultyDays() {
        return faults.stream().map(AuditFault::day).distinct().toList();
    }
}
