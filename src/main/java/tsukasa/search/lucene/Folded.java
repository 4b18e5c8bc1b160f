package tsukasa.search.lucene;

import java.text.Normalizer;
import java.util.Arrays;

/// A text without what makes no difference to a reader: width (NFKC) and case. It knows where each character stood.
final class Folded {
    final char[] chars;
    final int length;
    private final int[] places;

    private Folded(char[] chars, int length, int[] places) {
        this.chars = chars;
        this.length = length;
        this.places = places;
    }

    static Folded of(CharSequence text) {
        Folding folding = new Folding(text.length());
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            int next = i + 1;
            if (c < 0x80) {
                folding.add(c >= 'A' && c <= 'Z' ? (char) (c + 32) : c, i);
            } else if (isPlain(c) && (next == text.length() || !isMark(text.charAt(next)))) {
                folding.add(c, i);
            } else {
                next = cluster(text, i);
                folding.fold(text.subSequence(i, next).toString(), i);
            }
            i = next;
        }
        return folding.done(text.length());
    }

    static String fold(String text) {
        Folded folded = of(text);
        return new String(folded.chars, 0, folded.length);
    }

    /// Where the character at this place stood in the text.
    int place(int index) {
        return places[Math.clamp(index, 0, length)];
    }

    private static boolean isPlain(char c) {
        return c >= 0x3041 && c <= 0x3096
                || c >= 0x30A1 && c <= 0x30FC
                || c >= 0x4E00 && c <= 0x9FFF
                || c == 0x3001
                || c == 0x3002;
    }

    private static boolean isMark(char c) {
        return c >= 0x0300 && c <= 0x036F || c == 0x3099 || c == 0x309A || c == 0xFF9E || c == 0xFF9F;
    }

    private static int cluster(CharSequence text, int from) {
        int end = from + Character.charCount(Character.codePointAt(text, from));
        int furthest = Math.min(text.length(), from + 30);
        while (end < furthest && isMark(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static final class Folding {
        private char[] chars;
        private int[] places;
        private int length;

        private Folding(int expected) {
            chars = new char[expected + 16];
            places = new int[expected + 17];
        }

        private void add(char c, int place) {
            if (length == chars.length) {
                chars = Arrays.copyOf(chars, length * 2);
                places = Arrays.copyOf(places, length * 2 + 1);
            }
            chars[length] = c;
            places[length++] = place;
        }

        private void fold(String cluster, int place) {
            String same = Normalizer.normalize(cluster, Normalizer.Form.NFKC);
            same.codePoints().map(Character::toLowerCase).forEach(c -> {
                for (char part : Character.toChars(c)) {
                    add(part, place);
                }
            });
        }

        private Folded done(int end) {
            places[length] = end;
            return new Folded(chars, length, places);
        }
    }
}
