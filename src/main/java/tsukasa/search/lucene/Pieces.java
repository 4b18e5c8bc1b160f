package tsukasa.search.lucene;

import java.util.Arrays;

/// A text taken apart by its characters alone. A code comes whole, in its greater parts and in its smallest, so that
/// `log4j-core` is found by `log4j` too; a run of Japanese in pairs of characters, without long vowels and dots between
/// katakana, so that バッファーオーバフロー is found by バッファオーバーフロー. Numbers are places in the folded text.
final class Pieces {
    /// The whole of a code; a greater or smallest part of it; a pair; the single character at the end of a run.
    static final int WHOLE = 0;
    static final int PART = 1;
    static final int SMALLEST = 2;
    static final int PAIR = 3;
    static final int LAST = 4;
    /// A code without parts.
    static final int ALONE = 5;

    private static final int LONGEST = 100;
    private static final int LONGEST_RUN = 400;
    private final Folded text;
    private final char[] c;
    private final int n;
    private int[] run = new int[64];

    int size;
    int[] begin = new int[64];
    int[] end = new int[64];
    int[] step = new int[64];
    int[] kind = new int[64];
    /// The second character of a pair need not stand right behind the first.
    int[] second = new int[64];

    Pieces(Folded text) {
        this.text = text;
        this.c = text.chars;
        this.n = text.length;
        int i = 0;
        while (i < n) {
            if (isJapanese(c[i])) {
                i = japanese(i);
            } else if (isCode(i) || c[i] == '.' && i + 1 < n && isAsciiLetter(c[i + 1])) {
                i = code(i);
            } else {
                i++;
            }
        }
    }

    /// The characters of a piece.
    String term(int piece) {
        if (kind[piece] == PAIR) {
            return new String(new char[] {c[begin[piece]], c[second[piece]]});
        }
        return kind[piece] == LAST
                ? String.valueOf(c[begin[piece]])
                : new String(c, begin[piece], Math.min(LONGEST, end[piece] - begin[piece]));
    }

    int beginPlace(int piece) {
        return text.place(begin[piece]);
    }

    int endPlace(int piece) {
        return Math.max(text.place(end[piece]), text.place(begin[piece]) + 1);
    }

    static boolean isJapanese(char c) {
        return c >= 0x3041 && c <= 0x3096
                || c >= 0x30A1 && c <= 0x30FA
                || c == 0x30FC
                || c >= 0x4E00 && c <= 0x9FFF
                || c >= 0x3400 && c <= 0x4DBF
                || c >= 0xF900 && c <= 0xFAFF
                || c == 0x3005
                || c == 0x3006;
    }

    private static boolean isKatakana(char c) {
        return c >= 0x30A1 && c <= 0x30FC;
    }

    private static boolean isAsciiLetter(char c) {
        return c >= 'a' && c <= 'z';
    }

    private boolean isCode(int i) {
        char at = c[i];
        if (at < 0x80) {
            return at >= 'a' && at <= 'z' || at >= '0' && at <= '9';
        }
        return !isJapanese(at) && (Character.isLetterOrDigit(at) || Character.isSurrogate(at) || isCombining(at));
    }

    private static boolean isCombining(char at) {
        return Character.getType(at) == Character.NON_SPACING_MARK;
    }

    private int japanese(int from) {
        int length = 0;
        int i = from;
        int end = from;
        while (i < n && length < LONGEST_RUN) {
            if (isJapanese(c[i])) {
                if (c[i] != 'ー' || length == 0) {
                    if (length == run.length) {
                        run = Arrays.copyOf(run, length * 2);
                    }
                    run[length++] = i;
                }
                end = ++i;
            } else if (joins(i)) {
                i++;
            } else {
                break;
            }
        }
        pairs(length, end);
        return end;
    }

    /// A dot, hyphen or space between katakana is written or left out as one likes.
    private boolean joins(int i) {
        boolean joint = c[i] == '・' || c[i] == ' ' || c[i] == '=';
        return joint && i > 0 && i + 1 < n && isKatakana(c[i - 1]) && isKatakana(c[i + 1]);
    }

    private void pairs(int length, int runEnd) {
        for (int k = 0; k + 1 < length; k++) {
            int until = run[k + 1] + 1;
            while (until < runEnd && c[until] == 'ー') {
                until++;
            }
            add(run[k], until, 1, PAIR, run[k + 1]);
        }
        add(run[length - 1], runEnd, 1, LAST, 0);
    }

    private int code(int from) {
        int i = from + 1;
        while (i < n && (isCode(i) || level(c[i]) > 0)) {
            i++;
        }
        int next = i;
        while (i > from + 1 && level(c[i - 1]) > 0 && !isSign(i - 1, from)) {
            i--;
        }
        int at = from;
        boolean first = true;
        while (at < i) {
            if (isCode(at)) {
                int smallest = at + 1;
                while (smallest < i && isCode(smallest)) {
                    smallest++;
                }
                piecesFrom(at, smallest, first ? from : at, i, first);
                first = false;
                at = smallest;
            } else {
                at++;
            }
        }
        return next;
    }

    /// The signs at the end of C++ and C#.
    private boolean isSign(int i, int from) {
        return (c[i] == '+' || c[i] == '#') && i > from && (isAsciiLetter(c[i - 1]) || c[i - 1] == c[i]);
    }

    private void piecesFrom(int at, int smallest, int wholeFrom, int wholeEnd, boolean first) {
        int before = first ? 1 : level(c[at - 1]);
        int lastEnd = -1;
        boolean stepped = false;
        if (first) {
            boolean only = smallest == wholeEnd && wholeFrom == at;
            add(wholeFrom, wholeEnd, 1, only ? ALONE : WHOLE, 0);
            stepped = true;
            lastEnd = wholeFrom == at ? wholeEnd : -1;
        }
        for (int greater = Math.max(1, before); greater <= 2; greater++) {
            int stop = at;
            while (stop < wholeEnd && (level(c[stop]) == 0 || level(c[stop]) > greater)) {
                stop++;
            }
            if (stop != lastEnd && stop != smallest) {
                add(at, stop, stepped ? 0 : 1, PART, 0);
                stepped = true;
                lastEnd = stop;
            }
        }
        if (smallest != lastEnd) {
            add(at, smallest, stepped ? 0 : 1, SMALLEST, 0);
        }
    }

    /// What holds the parts of a code together: 1 loosely to 3 tightly; 0 does not.
    private static int level(char c) {
        return switch (c) {
            case '/', ':', '@', '\\', '=' -> 1;
            case '-', '_' -> 2;
            case '.', '+', '#', '~' -> 3;
            default -> 0;
        };
    }

    private void add(int from, int until, int steps, int what, int other) {
        if (size == begin.length) {
            int more = size * 2;
            begin = Arrays.copyOf(begin, more);
            end = Arrays.copyOf(end, more);
            step = Arrays.copyOf(step, more);
            kind = Arrays.copyOf(kind, more);
            second = Arrays.copyOf(second, more);
        }
        begin[size] = from;
        end[size] = until;
        step[size] = steps;
        kind[size] = what;
        second[size++] = other;
    }
}
