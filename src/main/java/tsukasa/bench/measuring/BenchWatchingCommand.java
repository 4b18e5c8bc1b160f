package tsukasa.bench.measuring;

import java.io.PrintStream;
import java.util.List;
import tsukasa.bench.measuring.BenchArguments.Options;
import tsukasa.kernel.Command;
import tsukasa.kernel.Text;

/// `bench watching`: what a day of changes means to many watch lists, and the pages of very many findings.
public final class BenchWatchingCommand implements Command {
    private static final Text HELP = Text.of("""
            使い方: tsukasa bench watching [--lists N] [--text フォルダー] [--data フォルダー] [--port N]
              --lists N          見守りリストの数（既定 10000）。該当がその1,000倍になるまで、1人が大きなリストを持ちます
              --text フォルダー  実データ。中の nvd を取り込みます（既定はすべて作った記録）
              --data フォルダー  空の、または前に bench が使ったフォルダー（既定 target/bench-watching）
              --port N           待ち受けるポート（既定は空いているもの）""", """
            Usage: tsukasa bench watching [--lists N] [--text DIR] [--data DIR] [--port N]
              --lists N   how many watch lists (default 10000); one person has large ones, too, until there are a thousand findings each
              --text DIR  real data: imports its folder nvd (default: all records are made up)
              --data DIR  an empty or earlier bench folder (default target/bench-watching)
              --port N    where to listen (default: any free port)""");

    static final Options OPTIONS = new Options(HELP, "--lists", 10_000, 100_000, "target/bench-watching", true);

    @Override
    public List<String> words() {
        return List.of("bench", "watching");
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) {
        return BenchJob.of(
                OPTIONS,
                arguments,
                out,
                err,
                (wanted, folder, report) -> new WatchingBenchRun(wanted, folder, report).run());
    }
}
