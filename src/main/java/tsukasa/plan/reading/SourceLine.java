package tsukasa.plan.reading;

import java.util.ArrayList;
import java.util.List;

/// A line that is not blank, without the space around it.
///
/// @param number  counted from 1 with blank lines
/// @param gap     blank lines before it
/// @param compact for comparing; empty where the line is too long to be a heading of any kind
/// @param markers the numbers it may begin with, in every known style
record SourceLine(int number, String text, int gap, String compact, List<Marker> markers) {
    private static final int LONGEST_HEADING = 80;

    static SourceLine of(int number, String text, int gap) {
        return new SourceLine(
                number,
                text,
                gap,
                text.length() > LONGEST_HEADING ? "" : Characters.compact(text),
                MarkerStyle.readAll(text));
    }

    static List<SourceLine> of(String text) {
        List<SourceLine> lines = new ArrayList<>();
        int number = 0;
        int gap = 0;
        for (String all : all(text)) {
            number++;
            String line = Characters.strip(all);
            if (line.isEmpty()) {
                gap++;
            } else {
                lines.add(of(number, line, gap));
                gap = 0;
            }
        }
        return lines;
    }

    /// As they are, blank ones too.
    static List<String> all(String text) {
        List<String> lines = new ArrayList<>();
        int from = 0;
        while (from <= text.length()) {
            int to = lineEnd(text, from);
            lines.add(text.substring(from, to));
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
        return of(number, other, gap);
    }
}
