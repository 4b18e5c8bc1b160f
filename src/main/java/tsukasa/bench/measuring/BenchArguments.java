package tsukasa.bench.measuring;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import tsukasa.kernel.Text;

/// What was typed behind `bench plan`. Of an option given twice the last one counts.
sealed interface BenchArguments {
    int MOST_ROWS = 5_000_000;
    int FEWEST_ROWS = 1_000;

    Text HELP = Text.of("""
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

    record Help() implements BenchArguments {}

    record Wrong(Text what) implements BenchArguments {}

    /// @param port 0 for any free one
    record Wanted(int rows, Path data, int port, Optional<Path> text) implements BenchArguments {}

    static BenchArguments parse(List<String> arguments) {
        int rows = 500_000;
        String data = "target/bench";
        int port = 0;
        Optional<String> text = Optional.empty();
        Iterator<String> words = arguments.iterator();
        try {
            while (words.hasNext()) {
                String word = words.next();
                switch (word) {
                    case "--help", "-h" -> {
                        return new Help();
                    }
                    case "--rows" -> rows = Integer.parseInt(words.next());
                    case "--port" -> port = Integer.parseInt(words.next());
                    case "--data" -> data = words.next();
                    case "--text" -> text = Optional.of(words.next());
                    default -> {
                        return new Wrong(Text.of("分からない引数です: " + word, "Unknown argument: " + word));
                    }
                }
            }
            return checked(new Wanted(rows, Path.of(data), port, text.map(Path::of)));
        } catch (NoSuchElementException _) {
            String last = arguments.getLast();
            return new Wrong(Text.of(last + " には値が必要です。", last + " needs a value."));
        } catch (NumberFormatException _) {
            return new Wrong(Text.of("--rows と --port は数です。", "--rows and --port are numbers."));
        } catch (InvalidPathException e) {
            return new Wrong(Text.of("名前として使えません: " + e.getInput(), "Not a name: " + e.getInput()));
        }
    }

    private static BenchArguments checked(Wanted wanted) {
        if (wanted.rows() < FEWEST_ROWS || wanted.rows() > MOST_ROWS) {
            return new Wrong(Text.of("--rows は 1000 から 5000000 の数です。", "--rows is a number from 1000 to 5000000."));
        }
        return wanted.port() < 0 || wanted.port() > 65_535
                ? new Wrong(Text.of("--port は 1 から 65535 の数です。", "--port is a number from 1 to 65535."))
                : wanted;
    }
}
