package tsukasa.plan.reading;

import java.text.Normalizer;

/// What the characters of Japanese official texts are, and how they compare. Originals are never changed.
final class Characters {
    private static final String DASHES = "-‐‑‒–—―−－";

    private Characters() {}

    static boolean isHiragana(char c) {
        return c >= 'ぁ' && c <= 'ゖ';
    }

    /// Characters an official Japanese text is made of.
    static boolean isExpected(char c) {
        return c >= ' ' && c < 0x7F
                || c == '\n'
                || c == '\r'
                || c == '\t'
                || c == '\f'
                || c >= 0x3000 && c <= 0x30FF
                || c >= 0x4E00 && c <= 0x9FFF
                || c >= 0xFF01 && c <= 0xFF65
                || c >= 0x2010 && c <= 0x27BF
                || c == '\u00A0'
                || c == '×';
    }

    static boolean isControl(char c) {
        return Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != '\u000B'
                || c == '\uFFFE'
                || c == '\uFFFF';
    }

    static boolean isSpace(char c) {
        return c == ' ' || c == '\u3000' || c == '\u00A0' || c == '\uFEFF' || c == '\u200B' || c >= '\t' && c <= '\r';
    }

    static boolean isDash(char c) {
        return DASHES.indexOf(c) >= 0;
    }

    /// Full-width letters, digits and signs as ASCII, one character for one, so that positions stay the same.
    static char fold(char c) {
        if (isDash(c)) {
            return '-';
        }
        if (isSpace(c)) {
            return ' ';
        }
        return c >= 0xFF01 && c <= 0xFF5E ? (char) (c - 0xFF01 + '!') : c;
    }

    static String fold(String text, int length) {
        int end = Math.min(text.length(), length);
        StringBuilder folded = new StringBuilder(end);
        for (int i = 0; i < end; i++) {
            folded.append(fold(text.charAt(i)));
        }
        return folded.toString();
    }

    static String strip(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    /// For comparing only: NFKC, every dash the same, no space.
    static String compact(String text) {
        String normal = isAscii(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFKC);
        StringBuilder compact = new StringBuilder(normal.length());
        for (int i = 0; i < normal.length(); i++) {
            char c = normal.charAt(i);
            if (!isSpace(c)) {
                compact.append(isDash(c) ? '-' : c);
            }
        }
        return compact.toString();
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }

    /// In half-width columns.
    static int width(String text) {
        int width = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            width += c < 0x100 || c >= 0xFF61 && c <= 0xFF9F ? 1 : 2;
        }
        return width;
    }

    static int lineAt(String text, int position) {
        int line = 1;
        for (int i = 0; i < Math.min(position, text.length()); i++) {
            line += text.charAt(i) == '\n' ? 1 : 0;
        }
        return line;
    }
}
