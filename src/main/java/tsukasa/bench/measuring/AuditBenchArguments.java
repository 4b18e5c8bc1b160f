package tsukasa.bench.measuring;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import tsukasa.kernel.Text;

/// What was typed behind `bench audit`. Of an option given twice the last one counts.
sealed interface AuditBenchArguments {
    int MOST = 20_000_000;
    int FEWEST = 1_000;

    Text HELP = Text.of("""
            使い方: tsukasa bench audit [--entries N] [--data フォルダー] [--port N]
              --entries N        監査証跡の記録の数（既定 1000000、1000〜20000000）
              --data フォルダー  空の、または前に bench が使ったフォルダー（既定 target/bench-audit）
              --port N           待ち受けるポート（既定は空いているもの）""", """
            Usage: tsukasa bench audit [--entries N] [--data DIR] [--port N]
              --entries N  how many entries of the audit trail (default 1000000, 1000 to 20000000)
              --data DIR   an empty or earlier bench folder (default target/bench-audit)
              --port N     where to listen (default: any free port)""");

    record Help() implements AuditBenchArguments {}

    record Wrong(Text what) implements AuditBenchArguments {}

    /// @param port 0 for any free one
    record Wanted(int entries, Path data, int port) implements AuditBenchArguments {}

    static AuditBenchArguments parse(List<String> arguments) {
        int entries = 1_000_000;
        String data = "target/bench-audit";
        int port = 0;
        Iterator<String> words = arguments.iterator();
        try {
            while (words.hasNext()) {
                String word = words.next();
                switch (word) {
                    case "--help", "-h" -> {
                        return new Help();
                    }
                    case "--entries" -> entries = Integer.parseInt(words.next());
                    case "--port" -> port = Integer.parseInt(words.next());
                    case "--data" -> data = words.next();
                    default -> {
                        return new Wrong(Text.of("分からない引数です: " + word, "Unknown argument: " + word));
                    }
                }
            }
            return checked(new Wanted(entries, Path.of(data), port));
        } catch (NoSuchElementException _) {
            String last = arguments.getLast();
            return new Wrong(Text.of(last + " には値が必要です。", last + " needs a value."));
        } catch (NumberFormatException _) {
            return new Wrong(Text.of("--entries と --port は数です。", "--entries and --port are numbers."));
        } catch (InvalidPathException e) {
            return new Wrong(Text.of("名前として使えません: " + e.getInput(), "Not a name: " + e.getInput()));
        }
    }

    private static AuditBenchArguments checked(Wanted wanted) {
        if (wanted.entries() < FEWEST || wanted.entries() > MOST) {
            return new Wrong(
                    Text.of("--entries は 1000 から 20000000 の数です。", "--entries is a number from 1000 to 20000000."));
        }
        return wanted.port() < 0 || wanted.port() > 65_535
                ? new Wrong(Text.of("--port は 1 から 65535 の数です。", "--port is a number from 1 to 65535."))
                : wanted;
    }
}
