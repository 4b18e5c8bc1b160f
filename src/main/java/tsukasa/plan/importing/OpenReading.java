package tsukasa.plan.importing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tsukasa.kernel.FiscalYear;
import tsukasa.plan.Doubt;
import tsukasa.plan.ReadingCorrection;
import tsukasa.plan.ReadingResult;
import tsukasa.plan.SuspectCell;
import tsukasa.plan.TableCheck;

/// A reading with everything people put right in it.
///
/// @param lines     the text as it is
/// @param read      corrected
/// @param events    all of them, in their order
/// @param unapplied corrections that found nothing to correct
record OpenReading(
        StoredReading stored,
        List<String> lines,
        ReadingResult.Read read,
        List<StoredCorrection> events,
        List<ReadingCorrection> unapplied,
        List<TableCheck> checks,
        List<SuspectCell> suspects,
        Optional<FiscalYear> year) {

    /// Those that nobody took back.
    static List<StoredCorrection> inForce(List<StoredCorrection> events) {
        Set<Integer> undone = events.stream().flatMap(e -> e.undoes().stream()).collect(Collectors.toSet());
        return events.stream()
                .filter(e -> e.correction().isPresent() && !undone.contains(e.sequence()))
                .toList();
    }

    Optional<StoredCorrection> last() {
        List<StoredCorrection> inForce = inForce(events);
        return inForce.isEmpty() ? Optional.empty() : Optional.of(inForce.getLast());
    }

    /// By the key of the doubt.
    Map<String, StoredCorrection> settled() {
        Map<String, StoredCorrection> settled = new LinkedHashMap<>();
        for (StoredCorrection event : inForce(events)) {
            if (event.correction().orElseThrow() instanceof ReadingCorrection.Settled(String doubt, String note)) {
                settled.put(doubt, event);
            }
        }
        return settled;
    }

    List<Doubt> openDoubts() {
        Set<String> settled = settled().keySet();
        return read.doubts().stream().filter(d -> !settled.contains(d.key())).toList();
    }

    List<TableCheck> wrong() {
        return checks.stream()
                .filter(c -> c.verdict() == TableCheck.Verdict.WRONG)
                .toList();
    }
}
