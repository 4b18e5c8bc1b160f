package tsukasa.naming.version;

import java.util.Comparator;

/// Semantic Versioning 2.0, section 11, for any number of core numbers: what is missing counts as 0, `v` before and
/// `+build`
/// behind say nothing. NuGet does not tell case apart.
final class SemanticOrder implements Comparator<String> {
    private final boolean caseTells;

    SemanticOrder(boolean caseTells) {
        this.caseTells = caseTells;
    }

    @Override
    public int compare(String one, String other) {
        var oneFrom = begin(one);
        var otherFrom = begin(other);
        var oneEnd = end(one);
        var otherEnd = end(other);
        var oneCore = core(one, oneFrom, oneEnd);
        var otherCore = core(other, otherFrom, otherEnd);
        var byCore = dotted(one, oneFrom, oneCore, other, otherFrom, otherCore, true);
        if (byCore != 0) {
            return byCore;
        }
        var oneFinal = oneCore == oneEnd;
        var otherFinal = otherCore == otherEnd;
        if (oneFinal || otherFinal) {
            return Boolean.compare(oneFinal, otherFinal);
        }
        return dotted(one, oneCore + 1, oneEnd, other, otherCore + 1, otherEnd, false);
    }

    private static int begin(String text) {
        var at = 0;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '=')) {
            at++;
        }
        return at + 1 < text.length()
                        && (text.charAt(at) == 'v' || text.charAt(at) == 'V')
                        && Digits.is(text.charAt(at + 1))
                ? at + 1
                : at;
    }

    private static int end(String text) {
        var build = text.indexOf('+');
        var end = build < 0 ? text.length() : build;
        while (end > 0 && text.charAt(end - 1) == ' ') {
            end--;
        }
        return end;
    }

    private static int core(String text, int from, int end) {
        var dash = text.indexOf('-', from);
        return dash < 0 || dash > end ? Math.max(from, end) : dash;
    }

    /// Identifier by identifier: numbers before words; a missing one is 0 in the core and comes first in a pre-release.
    private int dotted(String one, int oneFrom, int oneTo, String other, int otherFrom, int otherTo, boolean zeros) {
        var left = oneFrom;
        var right = otherFrom;
        while (left <= oneTo || right <= otherTo) {
            var leftEnd = identifier(one, left, oneTo);
            var rightEnd = identifier(other, right, otherTo);
            int result;
            if (left > oneTo) {
                result = zeros ? -sign(other, right, rightEnd) : -1;
            } else if (right > otherTo) {
                result = zeros ? sign(one, left, leftEnd) : 1;
            } else {
                result = identifiers(one, left, leftEnd, other, right, rightEnd);
            }
            if (result != 0) {
                return result;
            }
            left = leftEnd + 1;
            right = rightEnd + 1;
        }
        return 0;
    }

    private static int identifier(String text, int from, int to) {
        var dot = from > to ? from : text.indexOf('.', from);
        return dot < 0 || dot > to ? Math.max(from, to) : dot;
    }

    /// How an identifier stands to 0.
    private static int sign(String text, int from, int to) {
        return Digits.all(text, from, to) && Digits.zero(text, from, to) ? 0 : 1;
    }

    private int identifiers(String one, int oneFrom, int oneTo, String other, int otherFrom, int otherTo) {
        var oneNumber = Digits.all(one, oneFrom, oneTo);
        var otherNumber = Digits.all(other, otherFrom, otherTo);
        if (oneNumber && otherNumber) {
            return Digits.compare(one, oneFrom, oneTo, other, otherFrom, otherTo);
        }
        if (oneNumber != otherNumber) {
            return oneNumber ? -1 : 1;
        }
        for (int left = oneFrom, right = otherFrom; left < oneTo && right < otherTo; left++, right++) {
            var result = Character.compare(fold(one.charAt(left)), fold(other.charAt(right)));
            if (result != 0) {
                return result;
            }
        }
        return Integer.compare(oneTo - oneFrom, otherTo - otherFrom);
    }

    private char fold(char sign) {
        return !caseTells && sign >= 'A' && sign <= 'Z' ? (char) (sign + 32) : sign;
    }
}
