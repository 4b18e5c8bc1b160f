package tsukasa.bench.measuring;

import java.io.PrintStream;
import java.util.List;
import java.util.stream.Stream;
import tsukasa.kernel.Command;
import tsukasa.kernel.Language;
import tsukasa.kernel.Text;

/// `bench walls`: what the walls around confidential records cost the pages that list them.
public final class BenchWallsCommand implements Command {
    static final Text HELP = Text.of("""
            使い方: tsukasa bench walls [--rows N] [--data フォルダー] [--port N]
              --rows N           宣言の数（既定 100000）
              --data フォルダー  空の、または前に bench が使ったフォルダー（既定 target/bench-walls）
              --port N           待ち受けるポート（既定は空いているもの）""", """
            Usage: tsukasa bench walls [--rows N] [--data DIR] [--port N]
              --rows N   how many declarations (default 100000)
              --data DIR an empty or earlier bench folder (default target/bench-walls)
              --port N   where to listen (default: any free port)""");

    @Override
    public List<String> words() {
        return List.of("bench", "walls");
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) {
        Language language = Language.ofSystem();
        List<String> all = Stream.concat(
                        Stream.of("--rows", "100000", "--data", "target/bench-walls"), arguments.stream())
                .toList();
        return switch (BenchArguments.parse(all)) {
            case BenchArguments.Help _ -> {
                out.println(HELP.in(language));
                yield BenchPlanCommand.DONE;
            }
            case BenchArguments.Wrong(Text what) -> {
                err.println(what.in(language));
                err.println(HELP.in(language));
                yield BenchPlanCommand.USAGE;
            }
            case BenchArguments.Wanted wanted -> measure(wanted, out, err, language);
        };
    }

    private static int measure(BenchArguments.Wanted wanted, PrintStream out, PrintStream err, Language language) {
        return switch (BenchFolder.take(wanted.data())) {
            case BenchFolder.Refused(Text why) -> {
                err.println(why.in(language));
                yield BenchPlanCommand.FAILED;
            }
            case BenchFolder.Taken folder -> {
                try (folder) {
                    new WallsBenchRun(wanted, folder.path(), new Report(out, err, language)).run();
                    yield BenchPlanCommand.DONE;
                } catch (BenchFailure failure) {
                    err.println(failure.what().in(language));
                    yield BenchPlanCommand.FAILED;
                }
            }
        };
    }
}
