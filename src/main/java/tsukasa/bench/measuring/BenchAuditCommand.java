package tsukasa.bench.measuring;

import tsukasa.bench.measuring.BenchArguments.Options;
import tsukasa.kernel.Text;

/// `bench audit`: what the audit trail costs a request, and how long it takes to search and to verify it.
public final class BenchAuditCommand extends BenchCommand {
    private static final Text HELP = Text.of("""
            使い方: tsukasa bench audit [--entries N] [--data フォルダー] [--port N]
              --entries N        監査証跡の記録の数（既定 1000000、1000〜20000000）
              --data フォルダー  空の、または前に bench が使ったフォルダー（既定 target/bench-audit）
              --port N           待ち受けるポート（既定は空いているもの）""", """
            Usage: tsukasa bench audit [--entries N] [--data DIR] [--port N]
              --entries N  how many entries of the audit trail (default 1000000, 1000 to 20000000)
              --data DIR   an empty or earlier bench folder (default target/bench-audit)
              --port N     where to listen (default: any free port)""");

    static final Options OPTIONS = new Options(HELP, "--entries", 1_000_000, 20_000_000, "target/bench-audit", false);

    public BenchAuditCommand() {
        super("audit", OPTIONS, (wanted, folder, report) -> new AuditBenchRun(wanted, folder, report).run());
    }
}
