package tsukasa.naming.cpe;

import tsukasa.naming.CpeValue;

/// Gathers the words of one attribute and holds NISTIR 7695, 5.3.2: one `*` or some `?` at either end, nowhere else.
final class WordsBuilder {
    private final StringBuilder text = new StringBuilder(24);
    private char leading;
    private char trailing;
    private boolean body;

    void literal(char letter, int at) {
        if (letter <= ' ' || letter > '~') {
            throw NotAName.character(at);
        }
        if (trailing != 0) {
            throw NotAName.wildcard(at);
        }
        body = true;
        var folded = letter >= 'A' && letter <= 'Z' ? (char) (letter + 32) : letter;
        if (!plain(folded)) {
            text.append('\\');
        }
        text.append(folded);
    }

    void wildcard(char sign, int at) {
        var before = body ? trailing : leading;
        if (before != 0 && (before == '*' || sign == '*')) {
            throw NotAName.wildcard(at);
        }
        if (body) {
            trailing = sign;
        } else {
            leading = sign;
        }
        text.append(sign);
    }

    CpeValue done(int at) {
        if (text.isEmpty() || !body && leading == '*' || text.length() == 1 && text.charAt(0) == '-') {
            throw NotAName.wildcard(at);
        }
        return new CpeValue.Words(text.toString());
    }

    static boolean plain(char letter) {
        return letter >= 'a' && letter <= 'z'
                || letter >= '0' && letter <= '9'
                || letter == '.'
                || letter == '-'
                || letter == '_';
    }
}
