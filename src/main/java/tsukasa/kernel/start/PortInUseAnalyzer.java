package tsukasa.kernel.start;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.annotation.Order;
import tsukasa.kernel.Language;
import tsukasa.kernel.Text;

@Order(0)
class PortInUseAnalyzer extends AbstractFailureAnalyzer<PortInUseException> {
    @Override
    protected FailureAnalysis analyze(Throwable root, PortInUseException failure) {
        Language language = Language.ofSystem();
        Text what = Text.of(
                "ポート " + failure.getPort() + " は、ほかのプログラムが使っています。",
                "Port " + failure.getPort() + " is in use by another program.");
        Text next = Text.of(
                "そのプログラムを止めるか、--port で別の番号を指定してください。", "Stop that program, or choose another port with --port.");
        return new FailureAnalysis(what.in(language), next.in(language), failure);
    }
}
