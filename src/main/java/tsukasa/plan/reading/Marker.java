package tsukasa.plan.reading;

import java.util.List;

/// The number a line begins with.
///
/// @param numbers one for `①`, two for `（１－１）`; 0 for a bullet, which counts itself
/// @param text    as printed
record Marker(MarkerStyle style, List<Integer> numbers, String text) {
    boolean isFirst() {
        return numbers.getLast() <= 1;
    }

    /// `（１－３）` follows `（１－２）`, and `（２－１）` does too.
    boolean follows(List<Integer> last) {
        if (numbers.getLast() == 0 || last.size() != numbers.size()) {
            return numbers.getLast() == 0;
        }
        int end = numbers.size() - 1;
        boolean next =
                numbers.get(end) == last.get(end) + 1 && numbers.subList(0, end).equals(last.subList(0, end));
        return next || end > 0 && isFirst() && numbers.get(end - 1) == last.get(end - 1) + 1;
    }
}
