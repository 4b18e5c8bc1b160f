package tsukasa.plan.reading;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import tsukasa.kernel.Command;
import tsukasa.kernel.Language;

/// `plan import FILE`: reads the text of a plan, reports what was found, and writes a plan package.
final class PlanImportCommand implements Command {
    @Override
    public List<String> words() {
        return List.of("plan", "import");
    }

    /// In Japanese where LANG says so.
    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) {
        String locale = Optional.ofNullable(System.getenv("LANG")).orElse("");
        return new ImportJob(locale.startsWith("ja") ? Language.JA : Language.EN, out, err).run(arguments);
    }
}
