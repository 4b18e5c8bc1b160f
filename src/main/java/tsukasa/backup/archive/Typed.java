package tsukasa.backup.archive;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import tsukasa.kernel.Text;

/// What was typed behind a command: options with a value, options without, and one word at most.
record Typed(Map<String, String> values, Set<String> flags, Optional<String> word) {
    /// Typed wrongly.
    static final class Wrong extends Exception {
        private final Text what;

        Wrong(Text what) {
            super(what.en());
            this.what = what;
        }

        Text what() {
            return what;
        }
    }

    static Typed of(List<String> arguments, Set<String> withValue, Set<String> without) throws Wrong {
        Map<String, String> values = new HashMap<>();
        Set<String> flags = new HashSet<>();
        Optional<String> word = Optional.empty();
        Iterator<String> words = arguments.iterator();
        while (words.hasNext()) {
            String next = words.next();
            if (withValue.contains(next)) {
                values.put(next, value(next, words));
            } else if (without.contains(next)) {
                flags.add(next);
            } else if (next.startsWith("-") || word.isPresent()) {
                throw new Wrong(Text.of("分からない引数です: " + next, "Unknown argument: " + next));
            } else {
                word = Optional.of(next);
            }
        }
        return new Typed(values, flags, word);
    }

    private static String value(String option, Iterator<String> words) throws Wrong {
        try {
            return words.next();
        } catch (NoSuchElementException e) {
            throw new Wrong(Text.of(option + " には値が必要です。", option + " needs a value."));
        }
    }

    boolean has(String flag) {
        return flags.contains(flag);
    }

    Path path(String option, String otherwise) throws Wrong {
        return path(values.getOrDefault(option, otherwise));
    }

    static Path path(String text) throws Wrong {
        try {
            return Path.of(text).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new Wrong(Text.of("フォルダー名として読めません: " + text, "This is no path: " + text));
        }
    }
}
