package tsukasa.bench.measuring;

import java.io.PrintStream;
import java.util.List;
import tsukasa.kernel.Command;
import tsukasa.kernel.Language;
import tsukasa.kernel.Text;

/// `bench audit`: what the audit trail costs a request, and how long it takes to search and to verify it.
public final class BenchAuditCommand implements Command {
    @Override
    public List<String> words() {
        return List.of("bench", "audit");
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) {
        Language language = Language.ofSystem();
        return switch (AuditBenchArguments.parse(arguments)) {
            case AuditBenchArguments.Help _ -> {
                out.println(AuditBenchArguments.HELP.in(language));
                yield BenchPlanCommand.DONE;
            }
            case AuditBenchArguments.Wrong(Text what) -> {
                err.println(what.in(language));
                err.println(AuditBenchArguments.HELP.in(language));
                yield BenchPlanCommand.USAGE;
            }
            case AuditBenchArguments.Wanted wanted -> measure(wanted, out, err, language);
        };
    }

    private static int measure(AuditBenchArguments.Wanted wanted, PrintStream out, PrintStream err, Language language) {
        return switch (BenchFolder.take(wanted.data())) {
            case BenchFolder.Refused(Text why) -> {
                err.println(why.in(language));
                yield BenchPlanCommand.FAILED;
            }
            case BenchFolder.Taken folder -> {
                try (folder) {
                    new AuditBenchRun(wanted, folder.path(), new Report(out, err, language)).run();
                    yield BenchPlanCommand.DONE;
                } catch (BenchFailure failure) {
                    err.println(failure.what().in(language));
                    yield BenchPlanCommand.FAILED;
                }
            }
        };
    }
}
