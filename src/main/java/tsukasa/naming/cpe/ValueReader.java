package tsukasa.naming.cpe;

import tsukasa.kernel.Text;
import tsukasa.naming.CpeValue;

/// Reads one value in each of the three bindings.
final class ValueReader {
    private ValueReader() {}

    /// NISTIR 7695, 6.2.3: what is not escaped although it should be is taken as escaped.
    static CpeValue formatted(String text, int from, int to) {
        if (to == from) {
            throw new NotAName(Text.of("空の値があります", "An empty value"), from);
        }
        if (to == from + 1 && text.charAt(from) == '*') {
            return CpeValue.ANY;
        }
        if (to == from + 1 && text.charAt(from) == '-') {
            return CpeValue.NA;
        }
        for (var at = from; at < to; at++) {
            if (!WordsBuilder.plain(text.charAt(at))) {
                return escaped(text, from, to);
            }
        }
        return new CpeValue.Words(text.substring(from, to));
    }

    private static CpeValue escaped(String text, int from, int to) {
        var words = new WordsBuilder();
        for (var at = from; at < to; at++) {
            var letter = text.charAt(at);
            if (letter == '\\') {
                if (++at >= to || letterOrDigit(text.charAt(at))) {
                    throw new NotAName(Text.of("\\ の後には記号が要ります", "A sign must follow \\"), at - 1);
                }
                words.literal(text.charAt(at), at);
            } else if (letter == '*' || letter == '?') {
                words.wildcard(letter, at);
            } else {
                words.literal(letter, at);
            }
        }
        return words.done(from);
    }

    /// Between the quotes of a well-formed name all but letters, digits and `_` must be escaped.
    static CpeValue wellFormed(String text, int from, int to) {
        var words = new WordsBuilder();
        for (var at = from; at < to; at++) {
            var letter = text.charAt(at);
            if (letter == '\\') {
                if (++at >= to || letterOrDigit(text.charAt(at))) {
                    throw new NotAName(Text.of("\\ の後には記号が要ります", "A sign must follow \\"), at - 1);
                }
                words.literal(text.charAt(at), at);
            } else if (letter == '*' || letter == '?') {
                words.wildcard(letter, at);
            } else if (letterOrDigit(letter) || letter == '_') {
                words.literal(letter, at);
            } else {
                throw NotAName.character(at);
            }
        }
        return words.done(from);
    }

    /// NISTIR 7695, 6.1.3: `%01` and `%02` are the wildcards, every other percent sign stands for the character itself.
    static CpeValue uri(String text, int from, int to) {
        if (to == from || to == from + 1 && text.charAt(from) == '*') {
            return CpeValue.ANY;
        }
        if (to == from + 1 && text.charAt(from) == '-') {
            return CpeValue.NA;
        }
        var words = new WordsBuilder();
        for (var at = from; at < to; at++) {
            var letter = text.charAt(at);
            if (letter == '%') {
                percent(words, text, at, to);
                at += 2;
            } else if (letter == '*' || letter == '?' || letter == '\\' || letter == '"' || letter == '#') {
                throw NotAName.character(at);
            } else {
                words.literal(letter, at);
            }
        }
        return words.done(from);
    }

    private static void percent(WordsBuilder words, String text, int at, int to) {
        var high = at + 2 < to ? Character.digit(text.charAt(at + 1), 16) : -1;
        var low = at + 2 < to ? Character.digit(text.charAt(at + 2), 16) : -1;
        if (high < 0 || low < 0) {
            throw new NotAName(Text.of("% の後には 16 進数 2 桁が要ります", "Two hexadecimal digits must follow %"), at);
        }
        switch (high * 16 + low) {
            case 1 -> words.wildcard('?', at);
            case 2 -> words.wildcard('*', at);
            default -> words.literal((char) (high * 16 + low), at);
        }
    }

    private static boolean letterOrDigit(char letter) {
        return letter >= '0' && letter <= '9' || letter >= 'a' && letter <= 'z' || letter >= 'A' && letter <= 'Z';
    }
}
