package tsukasa.naming.version;

import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// PEP 440. What does not follow it comes before everything that does, in the generic order.
final class PythonOrder implements Comparator<String> {
    private static final int LONGEST = 256;
    private static final Pattern FORM = Pattern.compile("v?(?:([0-9]+)!)?([0-9]+(?:\\.[0-9]+)*)"
            + "(?:[-_.]?(alpha|a|beta|b|preview|pre|c|rc)[-_.]?([0-9]*))?"
            + "(?:-([0-9]+)|[-_.]?(post|rev|r)[-_.]?([0-9]*))?"
            + "(?:[-_.]?(dev)[-_.]?([0-9]*))?"
            + "(?:\\+([a-z0-9]+(?:[-_.][a-z0-9]+)*))?");
    private static final SemanticOrder DOTTED = new SemanticOrder(true);

    private final GenericOrder otherwise = new GenericOrder();

    @Override
    public int compare(String one, String other) {
        var left = read(one);
        var right = read(other);
        if (left == null || right == null) {
            return left == null && right == null ? otherwise.compare(one, other) : left == null ? -1 : 1;
        }
        var result = Digits.compare(given(left, 1), given(right, 1));
        if (result == 0) {
            result = DOTTED.compare(given(left, 2), given(right, 2));
        }
        if (result == 0) {
            result = preview(left, right);
        }
        if (result == 0) {
            result = post(left, right);
        }
        if (result == 0) {
            result = dev(left, right);
        }
        return result == 0 ? local(left.group(10), right.group(10)) : result;
    }

    private static @Nullable Matcher read(String text) {
        if (text.length() > LONGEST) {
            return null;
        }
        var matcher = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
        return matcher.matches() ? matcher : null;
    }

    private static String given(Matcher version, int group) {
        var text = version.group(group);
        return text == null ? "" : text;
    }

    private static int preview(Matcher left, Matcher right) {
        var result = Integer.compare(stage(left), stage(right));
        return result == 0 ? Digits.compare(given(left, 4), given(right, 4)) : result;
    }

    private static int stage(Matcher version) {
        return switch (given(version, 3)) {
            case "a", "alpha" -> 1;
            case "b", "beta" -> 2;
            case "c", "rc", "pre", "preview" -> 3;
            default -> version.group(8) != null && !posted(version) ? 0 : 4;
        };
    }

    private static boolean posted(Matcher version) {
        return version.group(5) != null || version.group(6) != null;
    }

    private static int post(Matcher left, Matcher right) {
        if (!posted(left) || !posted(right)) {
            return Boolean.compare(posted(left), posted(right));
        }
        return Digits.compare(given(left, 5) + given(left, 7), given(right, 5) + given(right, 7));
    }

    private static int dev(Matcher left, Matcher right) {
        var leftDev = left.group(8) != null;
        var rightDev = right.group(8) != null;
        return leftDev && rightDev
                ? Digits.compare(given(left, 9), given(right, 9))
                : Boolean.compare(rightDev, leftDev);
    }

    /// Local labels: none first, then segment by segment, words before numbers.
    private static int local(@Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return Boolean.compare(one != null, other != null);
        }
        var left = one.split("[-_.]", -1);
        var right = other.split("[-_.]", -1);
        for (var at = 0; at < Math.min(left.length, right.length); at++) {
            var leftNumber = Digits.all(left[at]);
            var rightNumber = Digits.all(right[at]);
            var result = leftNumber && rightNumber
                    ? Digits.compare(left[at], right[at])
                    : leftNumber != rightNumber
                            ? Boolean.compare(leftNumber, rightNumber)
                            : left[at].compareTo(right[at]);
            if (result != 0) {
                return result;
            }
        }
        return Integer.compare(left.length, right.length);
    }
}
