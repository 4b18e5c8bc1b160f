package tsukasa.bench.measuring;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tsukasa.kernel.Language;
import tsukasa.kernel.Text;

/// A measurement over so many declarations in a folder of its own: the same words typed, the same refusals.
interface BenchJob {
    void run(BenchArguments.Wanted wanted, Path folder, Report report);

    /// @param defaults what holds where nothing else is typed
    static int of(
            Text help, List<String> defaults, List<String> arguments, PrintStream out, PrintStream err, BenchJob job) {
        Language language = Language.ofSystem();
        List<String> all = Stream.concat(defaults.stream(), arguments.stream()).toList();
        return switch (BenchArguments.parse(all)) {
            case BenchArguments.Help _ -> {
                out.println(help.in(language));
                yield BenchPlanCommand.DONE;
            }
            case BenchArguments.Wrong(Text what) -> {
                err.println(what.in(language));
                err.println(help.in(language));
                yield BenchPlanCommand.USAGE;
            }
            case BenchArguments.Wanted wanted -> measure(wanted, out, err, language, job);
        };
    }

    private static int measure(
            BenchArguments.Wanted wanted, PrintStream out, PrintStream err, Language language, BenchJob job) {
        return switch (BenchFolder.take(wanted.data())) {
            case BenchFolder.Refused(Text why) -> {
                err.println(why.in(language));
                yield BenchPlanCommand.FAILED;
            }
            case BenchFolder.Taken folder -> {
                try (folder) {
                    job.run(wanted, folder.path(), new Report(out, err, language));
                    yield BenchPlanCommand.DONE;
                } catch (BenchFailure failure) {
                    err.println(failure.what().in(language));
                    yield BenchPlanCommand.FAILED;
                }
            }
        };
    }
}
