package tsukasa.bench.measuring;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import tsukasa.kernel.Language;
import tsukasa.kernel.Text;

/// A measurement in a folder of its own: the same words typed, the same refusals.
interface BenchJob {
    void run(BenchArguments.Wanted wanted, Path folder, Report report);

    int DONE = 0;
    int FAILED = 1;
    int USAGE = 2;

    static int of(
            BenchArguments.Options options, List<String> arguments, PrintStream out, PrintStream err, BenchJob job) {
        Language language = Language.ofSystem();
        return switch (BenchArguments.parse(options, arguments)) {
            case BenchArguments.Help _ -> {
                out.println(options.help().in(language));
                yield DONE;
            }
            case BenchArguments.Wrong(Text what) -> {
                err.println(what.in(language));
                err.println(options.help().in(language));
                yield USAGE;
            }
            case BenchArguments.Wanted wanted -> measure(wanted, out, err, language, job);
        };
    }

    private static int measure(
            BenchArguments.Wanted wanted, PrintStream out, PrintStream err, Language language, BenchJob job) {
        return switch (BenchFolder.take(wanted.data())) {
            case BenchFolder.Refused(Text why) -> {
                err.println(why.in(language));
                yield FAILED;
            }
            case BenchFolder.Taken folder -> {
                try (folder) {
                    job.run(wanted, folder.path(), new Report(out, err, language));
                    yield DONE;
                } catch (BenchFailure failure) {
                    err.println(failure.what().in(language));
                    yield FAILED;
                }
            }
        };
    }
}
