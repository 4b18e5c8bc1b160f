package tsukasa.naming;

import java.util.Locale;

/// What a CPE name says about one attribute: anything, "does not apply", or words that may begin or end with wildcards.
public sealed interface CpeValue {
    CpeValue ANY = Logical.ANY;
    CpeValue NA = Logical.NA;

    /// As it stands in a formatted string: `*`, `-`, or words in which all but letters, digits, `.`, `-` and `_` are
    /// escaped.
    String text();

    /// Words that mean exactly what they say; upper case is folded, since CPE names do not tell case apart.
    static CpeValue literal(String words) {
        if (words.isEmpty() || words.equals("-")) {
            throw new IllegalArgumentException("no words of a CPE name: «" + words + "»");
        }
        var escaped = new StringBuilder(words.length() + 4);
        for (var letter : words.toLowerCase(Locale.ROOT).toCharArray()) {
            if (letter <= ' ' || letter > '~') {
                throw new IllegalArgumentException("not a character of CPE names: " + (int) letter);
            }
            if (!Words.plain(letter)) {
                escaped.append('\\');
            }
            escaped.append(letter);
        }
        return new Words(escaped.toString());
    }

    /// The two logical values. `-` is not `*`: a product without a version is not a product of any version.
    enum Logical implements CpeValue {
        ANY("*"),
        NA("-");

        private final String text;

        Logical(String text) {
            this.text = text;
        }

        @Override
        public String text() {
            return text;
        }
    }

    /// Words in lower case, escaped; an unescaped `*` or `?` at either end is a wildcard.
    record Words(String text) implements CpeValue {
        public Words {
            if (text.isEmpty() || text.equals("*") || text.equals("-")) {
                throw new IllegalArgumentException("not the words of an attribute: «" + text + "»");
            }
        }

        /// Whether any words but these are meant too.
        public boolean wild() {
            var first = text.charAt(0);
            return first == '*' || first == '?' || endsWild();
        }

        private boolean endsWild() {
            var last = text.charAt(text.length() - 1);
            if (last != '*' && last != '?') {
                return false;
            }
            var escapes = 0;
            for (var at = text.length() - 2; at >= 0 && text.charAt(at) == '\\'; at--) {
                escapes++;
            }
            return escapes % 2 == 0;
        }

        /// The words without escapes, as people write them.
        public String plain() {
            if (text.indexOf('\\') < 0) {
                return text;
            }
            var plain = new StringBuilder(text.length());
            for (var at = 0; at < text.length(); at++) {
                var letter = text.charAt(at);
                plain.append(letter == '\\' && at + 1 < text.length() ? text.charAt(++at) : letter);
            }
            return plain.toString();
        }

        private static boolean plain(char letter) {
            return letter >= 'a' && letter <= 'z'
                    || letter >= '0' && letter <= '9'
                    || letter == '.'
                    || letter == '-'
                    || letter == '_';
        }
    }
}
