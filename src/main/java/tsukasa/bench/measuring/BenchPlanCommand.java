package tsukasa.bench.measuring;

import tsukasa.bench.measuring.BenchArguments.Options;
import tsukasa.kernel.Text;

/// `bench plan`: what everything takes, as one JSON object a line.
public final class BenchPlanCommand extends BenchCommand {
    private static final Text HELP = Text.of("""
            使い方: tsukasa bench plan [--rows N] [--data フォルダー] [--port N] [--text ファイル]
              --rows N           宣言の数（既定 500000、1000〜5000000）
              --data フォルダー  空の、または前に bench が使ったフォルダー（既定 target/bench）
              --port N           待ち受けるポート（既定は空いているもの）
              --text ファイル    自作の計画文に加えて、このテキストの読み取りも測ります""", """
            Usage: tsukasa bench plan [--rows N] [--data DIR] [--port N] [--text FILE]
              --rows N     how many declarations (default 500000, 1000 to 5000000)
              --data DIR   an empty or earlier bench folder (default target/bench)
              --port N     where to listen (default: any free port)
              --text FILE  also measure reading this text of a plan, besides one made for the purpose""");

    static final Options OPTIONS = new Options(HELP, "--rows", 500_000, 5_000_000, "target/bench", true);

    public BenchPlanCommand() {
        super("plan", OPTIONS, (wanted, folder, report) -> new BenchRun(wanted, folder, report).run());
    }
}
