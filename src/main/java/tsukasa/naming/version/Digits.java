package tsukasa.naming.version;

/// Runs of digits, however long, compared as numbers.
final class Digits {
    private Digits() {}

    static boolean is(char sign) {
        return sign >= '0' && sign <= '9';
    }

    static boolean all(String text, int from, int to) {
        for (var at = from; at < to; at++) {
            if (!is(text.charAt(at))) {
                return false;
            }
        }
        return to > from;
    }

    static boolean all(String text) {
        return all(text, 0, text.length());
    }

    /// The end of the run of digits that begins at `from`.
    static int end(String text, int from) {
        var at = from;
        while (at < text.length() && is(text.charAt(at))) {
            at++;
        }
        return at;
    }

    static boolean zero(String text, int from, int to) {
        for (var at = from; at < to; at++) {
            if (text.charAt(at) != '0') {
                return false;
            }
        }
        return true;
    }

    static int compare(String one, int oneFrom, int oneTo, String other, int otherFrom, int otherTo) {
        var left = oneFrom;
        while (left < oneTo && one.charAt(left) == '0') {
            left++;
        }
        var right = otherFrom;
        while (right < otherTo && other.charAt(right) == '0') {
            right++;
        }
        if (oneTo - left != otherTo - right) {
            return Integer.compare(oneTo - left, otherTo - right);
        }
        for (; left < oneTo; left++, right++) {
            if (one.charAt(left) != other.charAt(right)) {
                return Character.compare(one.charAt(left), other.charAt(right));
            }
        }
        return 0;
    }

    static int compare(String one, String other) {
        return compare(one, 0, one.length(), other, 0, other.length());
    }
}
