package tsukasa.bench.measuring;

import java.io.PrintStream;
import tsukasa.kernel.Language;
import tsukasa.kernel.Text;

/// Results go to the output, everything else to the error output.
record Report(PrintStream out, PrintStream err, Language language) {
    void say(Text what) {
        err.println(what.in(language));
    }

    void result(Measurement measurement) {
        result(measurement.json());
    }

    synchronized void result(String line) {
        out.println(line);
        out.flush();
    }
}
