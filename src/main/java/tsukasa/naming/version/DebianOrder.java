package tsukasa.naming.version;

import java.util.Comparator;

/// dpkg (deb-version(7)): epoch, upstream version, revision; text and numbers by turns, `~` before the end, letters
/// before signs.
final class DebianOrder implements Comparator<String> {
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
        var leftDash = left.lastIndexOf('-');
        var rightDash = right.lastIndexOf('-');
        result = parts(
                left.substring(leftColon + 1, leftDash <= leftColon ? left.length() : leftDash),
                right.substring(rightColon + 1, rightDash <= rightColon ? right.length() : rightDash));
        return result != 0
                ? result
                : parts(
                        leftDash <= leftColon ? "" : left.substring(leftDash + 1),
                        rightDash <= rightColon ? "" : right.substring(rightDash + 1));
    }

    private static int epoch(String version) {
        var colon = version.indexOf(':');
        return colon > 0 && Digits.all(version, 0, colon) ? colon : -1;
    }

    private static int parts(String one, String other) {
        var left = 0;
        var right = 0;
        while (left < one.length() || right < other.length()) {
            while (text(one, left) || text(other, right)) {
                var result = Integer.compare(weight(one, left), weight(other, right));
                if (result != 0) {
                    return result;
                }
                left++;
                right++;
            }
            var leftEnd = Digits.end(one, left);
            var rightEnd = Digits.end(other, right);
            var result = Digits.compare(one, left, leftEnd, other, right, rightEnd);
            if (result != 0) {
                return result;
            }
            left = leftEnd;
            right = rightEnd;
        }
        return 0;
    }

    private static boolean text(String version, int at) {
        return at < version.length() && !Digits.is(version.charAt(at));
    }

    private static int weight(String version, int at) {
        if (!text(version, at)) {
            return 0;
        }
        var sign = version.charAt(at);
        if (sign == '~') {
            return -1;
        }
        var letter = sign >= 'a' && sign <= 'z' || sign >= 'A' && sign <= 'Z';
        return letter ? sign : sign + 256;
    }
}
