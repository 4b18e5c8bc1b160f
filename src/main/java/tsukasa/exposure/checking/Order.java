package tsukasa.exposure.checking;

import java.util.Comparator;
import tsukasa.kernel.page.SortedBy;

/// In which order findings are listed.
final class Order {
    private static final Comparator<Finding> SEVERITY = Comparator.comparingInt(
                    (Finding f) -> f.severity().map(Enum::ordinal).orElse(-1))
            .thenComparingInt(Finding::tenths);
    private static final Comparator<Finding> EXPLOITED =
            Comparator.comparing(Finding::exploited).thenComparingDouble(Finding::probability);
    private static final Comparator<Finding> NUMBER = Comparator.comparing(
                    (Finding f) -> f.head().cve(), Comparator.nullsFirst(Comparator.naturalOrder()))
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
