package tsukasa.kernel.start;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.annotation.Order;
import tsukasa.kernel.Language;
import tsukasa.kernel.StartFailure;

/// A failure that already knows what it is and what to do.
@Order(0)
class StartFailureAnalyzer extends AbstractFailureAnalyzer<StartFailure> {
    @Override
    protected FailureAnalysis analyze(Throwable root, StartFailure failure) {
        Language language = Language.ofSystem();
        return new FailureAnalysis(failure.what().in(language), failure.next().in(language), failure);
    }
}
