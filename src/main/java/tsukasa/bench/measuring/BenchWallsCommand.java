package tsukasa.bench.measuring;

import tsukasa.bench.measuring.BenchArguments.Options;
import tsukasa.kernel.Text;

/// `bench walls`: what the walls around confidential records cost the pages that list them.
public final class BenchWallsCommand extends BenchCommand {
    private static final Text HELP = Text.of("""
            使い方: tsukasa bench walls [--rows N] [--data フォルダー] [--port N]
              --rows N           宣言の数（既定 100000）
              --data フォルダー  空の、または前に bench が使ったフォルダー（既定 target/bench-walls）
              --port N           待ち受けるポート（既定は空いているもの）""", """
            Usage: tsukasa bench walls [--rows N] [--data DIR] [--port N]
              --rows N   how many declarations (default 100000)
              --data DIR an empty or earlier bench folder (default target/bench-walls)
              --port N   where to listen (default: any free port)""");

    static final Options OPTIONS = new Options(HELP, "--rows", 100_000, 5_000_000, "target/bench-walls", false);

    public BenchWallsCommand() {
        super("walls", OPTIONS, (wanted, folder, report) -> new WallsBenchRun(wanted, folder, report).run());
    }
}
