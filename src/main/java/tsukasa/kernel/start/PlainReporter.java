package tsukasa.kernel.start;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;
import org.springframework.core.annotation.Order;
import tsukasa.kernel.Language;
import tsukasa.kernel.Text;

/// Says in plain words why the platform cannot start and what to do, without a stack trace.
@Order(0)
class PlainReporter implements FailureAnalysisReporter {
    @Override
    public void report(FailureAnalysis analysis) {
        Language language = Language.ofSystem();
        System.err.println();
        System.err.println(
                Text.of("司 Tsukasa を始められません。", "Tsukasa cannot start.").in(language));
        System.err.println();
        System.err.println(indented(analysis.getDescription()));
        if (analysis.getAction() != null && !analysis.getAction().isBlank()) {
            System.err.println();
            System.err.println(indented("→ " + analysis.getAction()));
        }
        System.err.println();
    }

    private static String indented(String words) {
        return words.strip().indent(2).stripTrailing();
    }
}
