package tsukasa.exposure.checking;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.page.SortedBy;
import tsukasa.scoring.Severity;

/// Which findings a visitor wants to see.
///
/// @param severity  a degree in small letters, `unscored`, or empty for all
/// @param exploited `kev`, `likely`, or empty for all
/// @param state     `affected`, `possibly`, `suppressed`, or empty for all
record ResultFilter(String severity, String exploited, String state, String words, SortedBy sorted) {
    static final double LIKELY = 0.1;
    static final String UNSCORED = "unscored";

    boolean takes(Finding finding) {
        return takesSeverity(finding) && takesExploited(finding) && takesState(finding) && takesWords(finding);
    }

    private boolean takesSeverity(Finding finding) {
        return severity.isEmpty() || severity.equals(word(finding.head().severity()));
    }

    private boolean takesExploited(Finding finding) {
        return switch (exploited) {
            case "kev" -> finding.exploited();
            case "likely" -> likely(finding);
            case "rest" -> !finding.exploited() && !likely(finding);
            default -> true;
        };
    }

    /// Not known to be exploited, but probable by EPSS.
    static boolean likely(Finding finding) {
        return !finding.exploited() && finding.probability() >= LIKELY;
    }

    private boolean takesState(Finding finding) {
        return switch (state) {
            case "affected" -> finding.certain() && !finding.suppressed();
            case "possibly" -> !finding.certain() && !finding.suppressed();
            case "suppressed" -> finding.suppressed();
            case "open" -> !finding.suppressed();
            default -> true;
        };
    }

    private boolean takesWords(Finding finding) {
        String asked = words.toLowerCase(Locale.ROOT);
        return asked.isEmpty()
                || finding.part().title().toLowerCase(Locale.ROOT).contains(asked)
                || finding.number().toLowerCase(Locale.ROOT).contains(asked)
                || finding.head().number().toString().toLowerCase(Locale.ROOT).contains(asked);
    }

    static String word(@Nullable Severity severity) {
        return severity == null ? UNSCORED : severity.name().toLowerCase(Locale.ROOT);
    }

    Optional<Severity> degree() {
        return Arrays.stream(Severity.values())
                .filter(each -> word(each).equals(severity))
                .findFirst();
    }

    boolean none() {
        return severity.isEmpty() && exploited.isEmpty() && state.isEmpty() && words.isEmpty();
    }
}
