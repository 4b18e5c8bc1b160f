package tsukasa.plan.reading;

import java.util.List;

/// How long lines are before they are broken: tells a finished line from one that runs on.
///
/// @param width in half-width columns; 0 for a text whose lines end where its paragraphs end
record Wrapping(int width) {
    private static final int SAMPLE = 4000;
    private static final String ENDINGS = "。｡．」』】］〕）)>＞】:：";

    static Wrapping of(List<SourceLine> lines) {
        int[] widths = lines.stream()
                .limit(SAMPLE)
                .mapToInt(l -> Characters.width(l.text()))
                .sorted()
                .toArray();
        int width = widths.length < 8 ? 0 : widths[(int) (widths.length * 0.95)];
        long full = java.util.Arrays.stream(widths)
                .filter(w -> w >= width * 0.85 && w <= width * 1.1)
                .count();
        return new Wrapping(width >= 40 && width <= 130 && full * 100 > widths.length * 15L ? width : 0);
    }

    boolean isFull(String line) {
        return width > 0 && Characters.width(line) >= width * 0.86;
    }

    boolean isShort(String line) {
        return width == 0 || Characters.width(line) < width * 0.8;
    }

    /// Nothing of this line runs on into the next.
    boolean isFinished(String line) {
        return !isFull(line) || ENDINGS.indexOf(line.charAt(line.length() - 1)) >= 0;
    }
}
