package tsukasa.plan;

import java.util.List;
import tsukasa.plan.PlanDocument.Role;
import tsukasa.plan.TableCheck.Verdict;

/// What one reading found, in numbers.
///
/// @param sections top-level items
/// @param items    all numbered items and indicators below them
public record ReadingSummary(
        int sections,
        int items,
        int sentences,
        int indicators,
        int targets,
        int tables,
        long cells,
        int exact,
        int withinRounding,
        List<TableCheck> wrong) {

    public ReadingSummary {
        wrong = List.copyOf(wrong);
    }

    public static ReadingSummary of(ReadingResult.Read read, List<TableCheck> checks) {
        return new ReadingSummary(
                (int) read.document().nodes().stream()
                        .filter(n -> n.depth() == 1)
                        .count(),
                (int) read.document().nodes().stream()
                        .filter(n -> n.depth() > 1 && n.role() != Role.INDICATORS)
                        .count(),
                read.document().nodes().stream()
                        .mapToInt(n -> n.sentences().size())
                        .sum(),
                read.indicators().size(),
                read.indicators().stream().mapToInt(i -> i.targets().size()).sum(),
                read.tables().size(),
                read.tables().stream().mapToLong(MoneyTable::printedCells).sum(),
                count(checks, Verdict.EXACT),
                count(checks, Verdict.WITHIN_ROUNDING),
                checks.stream().filter(c -> c.verdict() == Verdict.WRONG).toList());
    }

    private static int count(List<TableCheck> checks, Verdict verdict) {
        return (int) checks.stream().filter(c -> c.verdict() == verdict).count();
    }
}
