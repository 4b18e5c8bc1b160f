package tsukasa.bench.measuring;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import tsukasa.kernel.Text;

/// What was typed behind one of the measurements. Of an option given twice the last one counts.
sealed interface BenchArguments {
    int FEWEST = 1_000;

    record Help() implements BenchArguments {}

    record Wrong(Text what) implements BenchArguments {}

    /// @param size over how many declarations, or entries of the trail
    /// @param port 0 for any free one
    record Wanted(int size, Path data, int port, Optional<Path> text) implements BenchArguments {}

    /// What a measurement understands.
    ///
    /// @param size  the option for how much, `--rows`
    /// @param usual how much unless asked otherwise
    /// @param data  the folder unless another is named
    /// @param text  whether it reads a text besides, `--text`
    record Options(Text help, String size, int usual, int most, String data, boolean text) {
        boolean knows(String word) {
            return word.equals(size) || word.equals("--data") || word.equals("--port") || text && word.equals("--text");
        }
    }

    static BenchArguments parse(Options options, List<String> arguments) {
        Map<String, String> typed = new HashMap<>();
        Iterator<String> words = arguments.iterator();
        try {
            while (words.hasNext()) {
                String word = words.next();
                if (word.equals("--help") || word.equals("-h")) {
                    return new Help();
                }
                if (!options.knows(word)) {
                    return new Wrong(Text.of("分からない引数です: " + word, "Unknown argument: " + word));
                }
                typed.put(word, words.next());
            }
            return checked(
                    options,
                    new Wanted(
                            Integer.parseInt(typed.getOrDefault(options.size(), String.valueOf(options.usual()))),
                            Path.of(typed.getOrDefault("--data", options.data())),
                            Integer.parseInt(typed.getOrDefault("--port", "0")),
                            Optional.ofNullable(typed.get("--text")).map(Path::of)));
        } catch (NoSuchElementException _) {
            String last = arguments.getLast();
            return new Wrong(Text.of(last + " には値が必要です。", last + " needs a value."));
        } catch (NumberFormatException _) {
            return new Wrong(Text.of(options.size() + " と --port は数です。", options.size() + " and --port are numbers."));
        } catch (InvalidPathException e) {
            return new Wrong(Text.of("名前として使えません: " + e.getInput(), "Not a name: " + e.getInput()));
        }
    }

    private static BenchArguments checked(Options options, Wanted wanted) {
        if (wanted.size() < FEWEST || wanted.size() > options.most()) {
            return new Wrong(Text.of(
                    options.size() + " は " + FEWEST + " から " + options.most() + " の数です。",
                    options.size() + " is a number from " + FEWEST + " to " + options.most() + "."));
        }
        return wanted.port() < 0 || wanted.port() > 65_535
                ? new Wrong(Text.of("--port は 1 から 65535 の数です。", "--port is a number from 1 to 65535."))
                : wanted;
    }
}
