package tsukasa.naming.version;

import java.util.Comparator;

/// rpm: epoch, version, release; runs of digits and of letters, numbers after letters, `~` before and `^` just after
/// the end.
final class RpmOrder implements Comparator<String> {
    @Override
    public int compare(String one, String other) {
        var left = one.strip();
        var right = other.strip();
        var leftColon = epoch(left);
        var rightColon = epoch(right);
        var result = Digits.compare(left, 0, Math.max(leftColon, 0), right, 0, Math.max(rightColon, 0));
        if (result != 0) {
            return result;
        }
        var leftDash = dash(left, leftColon);
        var rightDash = dash(right, rightColon);
        result = runs(left.substring(leftColon + 1, leftDash), right.substring(rightColon + 1, rightDash));
        return result != 0 ? result : runs(left.substring(leftDash), right.substring(rightDash));
    }

    private static int epoch(String version) {
        var colon = version.indexOf(':');
        return colon > 0 && Digits.all(version, 0, colon) ? colon : -1;
    }

    private static int dash(String version, int colon) {
        var dash = version.lastIndexOf('-');
        return dash <= colon ? version.length() : dash;
    }

    private static int runs(String one, String other) {
        var left = skip(one, 0);
        var right = skip(other, 0);
        while (true) {
            var leftKind = kind(one, left);
            var rightKind = kind(other, right);
            if (leftKind != rightKind) {
                return Integer.compare(leftKind, rightKind);
            }
            if (leftKind == END) {
                return 0;
            }
            var leftEnd = run(one, left, leftKind);
            var rightEnd = run(other, right, rightKind);
            var result = switch (leftKind) {
                case NUMBER -> Digits.compare(one, left, leftEnd, other, right, rightEnd);
                case LETTERS -> one.substring(left, leftEnd).compareTo(other.substring(right, rightEnd));
                default -> 0;
            };
            if (result != 0) {
                return result;
            }
            left = skip(one, leftEnd);
            right = skip(other, rightEnd);
        }
    }

    private static final int TILDE = 0;
    private static final int END = 1;
    private static final int CARET = 2;
    private static final int LETTERS = 3;
    private static final int NUMBER = 4;

    private static int kind(String text, int at) {
        if (at == text.length()) {
            return END;
        }
        return switch (text.charAt(at)) {
            case '~' -> TILDE;
            case '^' -> CARET;
            default -> Digits.is(text.charAt(at)) ? NUMBER : LETTERS;
        };
    }

    private static int run(String text, int from, int kind) {
        var at = from + 1;
        while (kind >= LETTERS && at < text.length() && signs(text.charAt(at)) && kind(text, at) == kind) {
            at++;
        }
        return at;
    }

    private static int skip(String text, int from) {
        var at = from;
        while (at < text.length() && !signs(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean signs(char sign) {
        return Digits.is(sign)
                || sign >= 'a' && sign <= 'z'
                || sign >= 'A' && sign <= 'Z'
                || sign == '~'
                || sign == '^';
    }
}
