package tsukasa.plan.reading;

import java.util.List;
import java.util.Optional;

/// The heading of an item: what stands before its text in lines of its own.
final class Titles {
    private static final int MOST_LINES = 3;

    private Titles() {}

    /// With the marker; empty where the item is text from its first line on.
    static Optional<String> of(List<SourceLine> lines, Wrapping wrapping) {
        int heading = headingLines(lines, wrapping);
        return heading == 0
                ? Optional.empty()
                : Optional.of(Sentences.of(lines.subList(0, heading))
                        .sentences()
                        .getFirst()
                        .text());
    }

    /// A heading ends with the first line that is too short to have been broken.
    private static int headingLines(List<SourceLine> lines, Wrapping wrapping) {
        for (int i = 0; i < Math.min(lines.size(), MOST_LINES); i++) {
            String line = lines.get(i).text();
            if (Sentences.hasFullStop(line)) {
                return 0;
            }
            if (wrapping.isShort(line) || endsHeading(lines, i, wrapping)) {
                return i + 1;
            }
        }
        return lines.stream().noneMatch(l -> Sentences.hasFullStop(l.text())) ? 1 : 0;
    }

    /// A line of doubtful length is a heading of its own when the text below it fills its lines.
    private static boolean endsHeading(List<SourceLine> lines, int index, Wrapping wrapping) {
        if (index + 1 == lines.size()) {
            return true;
        }
        String next = lines.get(index + 1).text();
        return !wrapping.isFull(lines.get(index).text()) && (wrapping.isFull(next) || Sentences.hasFullStop(next));
    }
}
