package tsukasa.bench.measuring;

import tsukasa.bench.measuring.BenchArguments.Options;
import tsukasa.kernel.Text;

/// `bench cycle`: the pages of the yearly cycle, the printed evaluation, and closing a period.
public final class BenchCycleCommand extends BenchCommand {
    private static final Text HELP = Text.of("""
            使い方: tsukasa bench cycle [--rows N] [--data フォルダー] [--port N]
              --rows N           宣言の数（既定 500000）
              --data フォルダー  空の、または前に bench が使ったフォルダー（既定 target/bench-cycle）
              --port N           待ち受けるポート（既定は空いているもの）""", """
            Usage: tsukasa bench cycle [--rows N] [--data DIR] [--port N]
              --rows N   how many declarations (default 500000)
              --data DIR an empty or earlier bench folder (default target/bench-cycle)
              --port N   where to listen (default: any free port)""");

    static final Options OPTIONS = new Options(HELP, "--rows", 500_000, 5_000_000, "target/bench-cycle", false);

    public BenchCycleCommand() {
        super("cycle", OPTIONS, (wanted, folder, report) -> new CycleBenchRun(wanted, folder, report).run());
    }
}
