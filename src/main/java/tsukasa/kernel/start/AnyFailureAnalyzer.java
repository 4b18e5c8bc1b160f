package tsukasa.kernel.start;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import tsukasa.kernel.Language;
import tsukasa.kernel.Text;

/// A failure that nobody foresaw: the chain of causes in a few lines; the stack trace on demand.
@Order(Ordered.LOWEST_PRECEDENCE)
class AnyFailureAnalyzer implements FailureAnalyzer {
    private static final Logger LOG = LoggerFactory.getLogger(AnyFailureAnalyzer.class);

    @Override
    public FailureAnalysis analyze(Throwable failure) {
        LOG.debug("start failed", failure);
        Text next = Text.of(
                "詳しい記録は --logging.level.tsukasa.kernel.start=debug を付けて起動すると表示されます。",
                "Start with --logging.level.tsukasa.kernel.start=debug for the full stack trace.");
        return new FailureAnalysis(String.join("\n", causes(failure)), next.in(Language.ofSystem()), failure);
    }

    /// Spring repeats a cause's message in each wrapper's, so the innermost three say it all.
    private static Set<String> causes(Throwable failure) {
        LinkedHashSet<String> lines = new LinkedHashSet<>();
        for (Throwable cause = failure; cause != null; cause = next(cause)) {
            String message =
                    String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
            lines.add(cause.getClass().getSimpleName() + ": "
                    + (message.length() > 400 ? message.substring(0, 400) + "…" : message));
            if (lines.size() > 3) {
                lines.removeFirst();
            }
        }
        return lines;
    }

    private static @Nullable Throwable next(Throwable cause) {
        return cause.getCause() == cause ? null : cause.getCause();
    }
}
