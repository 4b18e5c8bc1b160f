package tsukasa.naming.version;

import java.util.Comparator;

/// pacman (vercmp): epoch, version, and the build of the package only where both have one. So `1-1` and `1-2` both
/// equal `1`;
/// within versions that have a build, and within those that have none, the order is strict.
final class ArchOrder implements Comparator<String> {
    @Override
    public int compare(String one, String other) {
        var leftColon = colon(one);
        var rightColon = colon(other);
        var result = Digits.compare(one, 0, Math.max(leftColon, 0), other, 0, Math.max(rightColon, 0));
        if (result != 0) {
            return result;
        }
        var leftDash = dash(one, leftColon);
        var rightDash = dash(other, rightColon);
        result = runs(one.substring(leftColon + 1, leftDash), other.substring(rightColon + 1, rightDash));
        if (result != 0 || leftDash == one.length() || rightDash == other.length()) {
            return result;
        }
        return runs(one.substring(leftDash + 1), other.substring(rightDash + 1));
    }

    private static int colon(String version) {
        var colon = version.indexOf(':');
        return colon > 0 && Digits.all(version, 0, colon) ? colon : -1;
    }

    private static int dash(String version, int colon) {
        var dash = version.lastIndexOf('-');
        return dash <= colon ? version.length() : dash;
    }

    private static int runs(String one, String other) {
        var left = 0;
        var right = 0;
        while (true) {
            var leftRun = run(one, left);
            var rightRun = run(other, right);
            var leftEnd = leftRun == one.length();
            var rightEnd = rightRun == other.length();
            if (leftEnd || rightEnd) {
                return ended(one, left, leftRun, other, right, rightRun);
            }
            if (leftRun - left != rightRun - right) {
                return Integer.compare(leftRun - left, rightRun - right);
            }
            var leftNumber = Digits.is(one.charAt(leftRun));
            var rightNumber = Digits.is(other.charAt(rightRun));
            if (leftNumber != rightNumber) {
                return leftNumber ? 1 : -1;
            }
            left = end(one, leftRun);
            right = end(other, rightRun);
            var result = leftNumber
                    ? Digits.compare(one, leftRun, left, other, rightRun, right)
                    : one.substring(leftRun, left).compareTo(other.substring(rightRun, right));
            if (result != 0) {
                return result;
            }
        }
    }

    /// Letters right at a number make it older (`1.0rc` before `1.0`); anything behind a separator makes it newer.
    private static int ended(String one, int left, int leftRun, String other, int right, int rightRun) {
        if (leftRun == one.length() && rightRun == other.length()) {
            return 0;
        }
        if (leftRun == one.length()) {
            return rightRun == right && !Digits.is(other.charAt(rightRun)) ? 1 : -1;
        }
        return leftRun == left && !Digits.is(one.charAt(leftRun)) ? -1 : 1;
    }

    private static int run(String text, int from) {
        var at = from;
        while (at < text.length() && !letter(text.charAt(at)) && !Digits.is(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int end(String text, int from) {
        var at = from;
        var digits = Digits.is(text.charAt(from));
        while (at < text.length() && (digits ? Digits.is(text.charAt(at)) : letter(text.charAt(at)))) {
            at++;
        }
        return at;
    }

    private static boolean letter(char sign) {
        return sign >= 'a' && sign <= 'z' || sign >= 'A' && sign <= 'Z';
    }
}
