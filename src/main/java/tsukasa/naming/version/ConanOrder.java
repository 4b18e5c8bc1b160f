package tsukasa.naming.version;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// Conan 2: items parted by dots, zeros at the end dropped, pre-release behind `-`, build behind `+` (a build is
/// later).
/// An item is compared by the number it begins with, then by the rest; words come after numbers.
final class ConanOrder implements Comparator<String> {
    @Override
    public int compare(String one, String other) {
        var left = new Parts(one);
        var right = new Parts(other);
        var result = items(left.main, right.main);
        if (result != 0) {
            return result;
        }
        if (left.pre == null || right.pre == null) {
            result = Boolean.compare(left.pre == null, right.pre == null);
        } else {
            result = items(left.pre, right.pre);
        }
        if (result != 0) {
            return result;
        }
        return left.build == null || right.build == null
                ? Boolean.compare(left.build != null, right.build != null)
                : items(left.build, right.build);
    }

    private static int items(String one, String other) {
        var left = trimmed(one);
        var right = trimmed(other);
        for (var at = 0; at < Math.min(left.length, right.length); at++) {
            var result = item(left[at], right[at]);
            if (result != 0) {
                return result;
            }
        }
        return Integer.compare(left.length, right.length);
    }

    private static String[] trimmed(String text) {
        var items = text.isEmpty() ? new String[0] : text.split("\\.", -1);
        var length = items.length;
        while (length > 0
                && Digits.all(items[length - 1])
                && Digits.zero(items[length - 1], 0, items[length - 1].length())) {
            length--;
        }
        return java.util.Arrays.copyOf(items, length);
    }

    private static int item(String one, String other) {
        var left = Digits.end(one, 0);
        var right = Digits.end(other, 0);
        if (left == 0 || right == 0) {
            return left == 0 && right == 0 ? one.compareTo(other) : left == 0 ? 1 : -1;
        }
        var result = Digits.compare(one, 0, left, other, 0, right);
        return result == 0 ? one.substring(left).compareTo(other.substring(right)) : result;
    }

    private static final class Parts {
        private final String main;
        private final @Nullable String pre;
        private final @Nullable String build;

        Parts(String version) {
            var plus = version.indexOf('+');
            build = plus < 0 ? null : version.substring(plus + 1);
            var rest = plus < 0 ? version : version.substring(0, plus);
            var dash = rest.indexOf('-');
            pre = dash < 0 ? null : rest.substring(dash + 1);
            main = dash < 0 ? rest : rest.substring(0, dash);
        }
    }
}
