package tsukasa.plan.pack;

import org.yaml.snakeyaml.error.Mark;

/// A position in a file of a package; line 0 stands for the whole file.
record Spot(String file, int line, int column) {
    static Spot whole(String file) {
        return new Spot(file, 0, 0);
    }

    static Spot of(String file, Mark mark) {
        return new Spot(file, mark.getLine() + 1, mark.getColumn() + 1);
    }

    /// The position after so many characters of a text.
    static Spot at(String file, String text, int offset) {
        int end = Math.clamp(offset, 0, text.length());
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < end; i++) {
            if (text.charAt(i) == '\n') {
                line++;
                lineStart = i + 1;
            }
        }
        return new Spot(file, line, end - lineStart + 1);
    }
}
