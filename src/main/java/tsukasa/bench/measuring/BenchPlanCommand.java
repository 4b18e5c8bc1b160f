package tsukasa.bench.measuring;

import java.io.PrintStream;
import java.util.List;
import tsukasa.kernel.Command;
import tsukasa.kernel.Language;
import tsukasa.kernel.Text;

/// `bench plan`: what everything takes, as one JSON object a line.
public final class BenchPlanCommand implements Command {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int USAGE = 2;

    @Override
    public List<String> words() {
        return List.of("bench", "plan");
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) {
        Language language = Language.ofSystem();
        return switch (BenchArguments.parse(arguments)) {
            case BenchArguments.Help _ -> {
                out.println(BenchArguments.HELP.in(language));
                yield DONE;
            }
            case BenchArguments.Wrong(Text what) -> {
                err.println(what.in(language));
                err.println(BenchArguments.HELP.in(language));
                yield USAGE;
            }
            case BenchArguments.Wanted wanted -> measure(wanted, out, err, language);
        };
    }

    private static int measure(BenchArguments.Wanted wanted, PrintStream out, PrintStream err, Language language) {
        return switch (BenchFolder.take(wanted.data())) {
            case BenchFolder.Refused(Text why) -> {
                err.println(why.in(language));
                yield FAILED;
            }
            case BenchFolder.Taken folder -> {
                try (folder) {
                    new BenchRun(wanted, folder.path(), new Report(out, err, language)).run();
                    yield DONE;
                } catch (BenchFailure failure) {
                    err.println(failure.what().in(language));
                    yield FAILED;
                }
            }
        };
    }
}
