package tsukasa.naming.version;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// RubyGems: numbers and words; a word makes a pre-release and comes before any number; `-` says `.pre.`.
final class GemOrder implements Comparator<String> {
    @Override
    public int compare(String one, String other) {
        var left = segments(one);
        var right = segments(other);
        for (var at = 0; at < Math.max(left.size(), right.size()); at++) {
            var oneSegment = at < left.size() ? left.get(at) : "0";
            var otherSegment = at < right.size() ? right.get(at) : "0";
            var oneNumber = Digits.all(oneSegment);
            var otherNumber = Digits.all(otherSegment);
            var result = oneNumber && otherNumber
                    ? Digits.compare(oneSegment, otherSegment)
                    : oneNumber != otherNumber
                            ? Boolean.compare(oneNumber, otherNumber)
                            : oneSegment.compareTo(otherSegment);
            if (result != 0) {
                return result;
            }
        }
        return 0;
    }

    private static List<String> segments(String version) {
        var text = version.strip();
        var segments = new ArrayList<String>();
        for (var at = 0; at < text.length(); ) {
            var sign = text.charAt(at);
            var end = at + 1;
            if (Digits.is(sign)) {
                end = Digits.end(text, at);
                segments.add(text.substring(at, end));
            } else if (Character.isLetter(sign)) {
                while (end < text.length() && Character.isLetter(text.charAt(end))) {
                    end++;
                }
                word(segments, text.substring(at, end));
            } else if (sign == '-') {
                word(segments, "pre");
            }
            at = end;
        }
        trim(segments);
        return segments;
    }

    private static void word(List<String> segments, String word) {
        if (segments.stream().allMatch(Digits::all)) {
            trim(segments);
        }
        segments.add(word);
    }

    private static void trim(List<String> segments) {
        while (!segments.isEmpty()
                && Digits.all(segments.getLast())
                && Digits.zero(segments.getLast(), 0, segments.getLast().length())) {
            segments.removeLast();
        }
    }
}
