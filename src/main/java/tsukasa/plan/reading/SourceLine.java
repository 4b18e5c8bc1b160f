package tsukasa.plan.reading;

import java.util.ArrayList;
import java.util.List;

/// A line that is not blank, without the space around it.
///
/// @param number counted from 1 with blank lines
/// @param gap    blank lines before it
record SourceLine(int number, String text, int gap) {

    static List<SourceLine> of(String text) {
        List<SourceLine> lines = new ArrayList<>();
        int number = 1;
        int gap = 0;
        int from = 0;
        while (from <= text.length()) {
            int to = lineEnd(text, from);
            String line = Characters.strip(text.substring(from, to));
            if (line.isEmpty()) {
                gap++;
            } else {
                lines.add(new SourceLine(number, line, gap));
                gap = 0;
            }
            number++;
            from = to + (text.startsWith("\r\n", to) ? 2 : 1);
        }
        return lines;
    }

    private static int lineEnd(String text, int from) {
        int to = from;
        while (to < text.length() && text.charAt(to) != '\n' && text.charAt(to) != '\r') {
            to++;
        }
        return to;
    }

    SourceLine withText(String other) {
        return new SourceLine(number, other, gap);
    }
}
