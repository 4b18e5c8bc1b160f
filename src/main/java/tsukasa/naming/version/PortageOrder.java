package tsukasa.naming.version;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Gentoo and Alpine: `numbers letter _suffixes ~hash -r revision`. A component that begins with 0 is compared like a
/// fraction. What does not fit comes before all that does, in the generic order.
final class PortageOrder implements Comparator<String> {
    private static final List<String> SUFFIXES =
            List.of("alpha", "beta", "pre", "rc", "", "cvs", "svn", "git", "hg", "p");
    private static final int NO_SUFFIX = SUFFIXES.indexOf("");

    private final GenericOrder otherwise = new GenericOrder();

    @Override
    public int compare(String one, String other) {
        var left = Parsed.read(one);
        var right = Parsed.read(other);
        if (left == null || right == null) {
            return left == null && right == null ? otherwise.compare(one, other) : left == null ? -1 : 1;
        }
        var result = numbers(left.numbers, right.numbers);
        if (result == 0) {
            result = Character.compare(left.letter, right.letter);
        }
        if (result == 0) {
            result = suffixes(left, right);
        }
        return result == 0 ? Digits.compare(left.revision, right.revision) : result;
    }

    private static int numbers(List<String> left, List<String> right) {
        for (var at = 0; at < Math.min(left.size(), right.size()); at++) {
            var one = left.get(at);
            var other = right.get(at);
            var fraction = at > 0 && (one.charAt(0) == '0' || other.charAt(0) == '0');
            var result = fraction ? withoutZeros(one).compareTo(withoutZeros(other)) : Digits.compare(one, other);
            if (result != 0) {
                return result;
            }
        }
        return Integer.compare(left.size(), right.size());
    }

    private static String withoutZeros(String digits) {
        var end = digits.length();
        while (end > 0 && digits.charAt(end - 1) == '0') {
            end--;
        }
        return digits.substring(0, end);
    }

    private static int suffixes(Parsed left, Parsed right) {
        for (var at = 0; at < Math.max(left.suffixes.size(), right.suffixes.size()); at++) {
            var one = at < left.suffixes.size() ? left.suffixes.get(at) : Suffix.NONE;
            var other = at < right.suffixes.size() ? right.suffixes.get(at) : Suffix.NONE;
            var result = Integer.compare(one.place, other.place);
            if (result == 0) {
                result = Digits.compare(one.number, other.number);
            }
            if (result != 0) {
                return result;
            }
        }
        return 0;
    }

    private record Suffix(int place, String number) {
        static final Suffix NONE = new Suffix(NO_SUFFIX, "");
    }

    private record Parsed(List<String> numbers, char letter, List<Suffix> suffixes, String revision) {
        static @Nullable Parsed read(String text) {
            var numbers = new ArrayList<String>();
            var at = 0;
            while (true) {
                var end = Digits.end(text, at);
                if (end == at) {
                    return null;
                }
                numbers.add(text.substring(at, end));
                at = end;
                if (at == text.length() || text.charAt(at) != '.') {
                    break;
                }
                at++;
            }
            var letter = '\0';
            if (at < text.length() && text.charAt(at) >= 'a' && text.charAt(at) <= 'z') {
                letter = text.charAt(at++);
            }
            var suffixes = new ArrayList<Suffix>();
            while (at < text.length() && text.charAt(at) == '_') {
                var end = at + 1;
                while (end < text.length() && text.charAt(end) >= 'a' && text.charAt(end) <= 'z') {
                    end++;
                }
                var place = SUFFIXES.indexOf(text.substring(at + 1, end));
                if (place < 0 || place == NO_SUFFIX) {
                    return null;
                }
                at = Digits.end(text, end);
                suffixes.add(new Suffix(place, text.substring(end, at)));
            }
            return tail(text, at, numbers, letter, suffixes);
        }

        private static @Nullable Parsed tail(
                String text, int from, List<String> numbers, char letter, List<Suffix> suffixes) {
            var at = from;
            if (at < text.length() && text.charAt(at) == '~') {
                at++;
                while (at < text.length() && Character.digit(text.charAt(at), 16) >= 0) {
                    at++;
                }
            }
            if (at == text.length()) {
                return new Parsed(numbers, letter, suffixes, "");
            }
            return text.startsWith("-r", at) && Digits.all(text, at + 2, text.length())
                    ? new Parsed(numbers, letter, suffixes, text.substring(at + 2))
                    : null;
        }
    }
}
