package tsukasa.exposure.checking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tsukasa.kernel.page.SortedBy;
import tsukasa.vulnerability.CveId;

/// In which order findings are listed.
final class Order {
    private static final Comparator<Finding> SEVERITY = Comparator.comparingInt(
                    (Finding f) -> f.severity().map(Enum::ordinal).orElse(-1))
            .thenComparingInt(Finding::tenths);
    private static final Comparator<Finding> EXPLOITED =
            Comparator.comparing(Finding::exploited).thenComparingDouble(Finding::probability);
    private static final Comparator<Finding> NUMBER = Comparator.comparingInt(
                    (Finding f) -> f.head().ofCve().map(CveId::year).orElse(0))
            .thenComparingLong(f -> f.head().ofCve().map(CveId::number).orElse(0L))
            .thenComparing(f -> f.head().number());
    private static final Comparator<Finding> PART = Comparator.comparing(
                    (Finding f) -> f.part().name())
            .thenComparing(f -> f.part().version());

    /// What to look at first: known to be exploited, then by severity, the certain before the possible.
    static final Comparator<Finding> GRAVEST = Comparator.comparing(Finding::exploited)
            .thenComparing(SEVERITY)
            .thenComparing(Finding::certain)
            .thenComparingDouble(Finding::probability)
            .reversed()
            .thenComparing(PART)
            .thenComparing(NUMBER.reversed());

    private Order() {}

    /// As [#GRAVEST] has them; what most pairs differ in is looked up once for each, and not with every comparison.
    static List<Finding> gravest(List<Finding> findings) {
        List<Ranked> ranked = new ArrayList<>(findings.size());
        findings.forEach(finding -> ranked.add(Ranked.of(finding)));
        ranked.sort(Ranked.ORDER);
        return ranked.stream().map(Ranked::finding).toList();
    }

    private record Ranked(int rank, double probability, Finding finding) {
        private static final Comparator<Ranked> ORDER = Comparator.comparingInt(Ranked::rank)
                .thenComparingDouble(Ranked::probability)
                .reversed()
                .thenComparing(Ranked::finding, PART)
                .thenComparing(Ranked::finding, NUMBER.reversed());
        private static final int SEVERITIES = 8;
        private static final int TENTHS = 128;

        static Ranked of(Finding finding) {
            int severity = finding.head().severity() == null
                    ? 0
                    : finding.head().severity().ordinal() + 1;
            int rank = finding.exploited() ? 1 : 0;
            rank = rank * SEVERITIES + severity;
            rank = rank * TENTHS + finding.tenths() + 1;
            return new Ranked(2 * rank + (finding.certain() ? 1 : 0), finding.probability(), finding);
        }
    }

    static Comparator<Finding> of(SortedBy sorted) {
        Comparator<Finding> by = switch (sorted.column()) {
            case "component" -> PART;
            case "number" -> NUMBER;
            case "severity" -> SEVERITY;
            case "exploited" -> EXPLOITED;
            default -> GRAVEST.reversed();
        };
        return (sorted.descending() || sorted.column().isEmpty() ? by.reversed() : by).thenComparing(GRAVEST);
    }
}
