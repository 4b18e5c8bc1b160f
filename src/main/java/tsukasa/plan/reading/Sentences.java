package tsukasa.plan.reading;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import tsukasa.plan.PlanDocument.Sentence;

/// Joins the lines of an item and splits them at 。 outside brackets.
final class Sentences {
    private static final String OPENING = "（「『［【〔〈《“(｢[";
    private static final String CLOSING = "）」』］】〕〉》”)｣]";

    private Sentences() {}

    /// @param unclosed a bracket is left open; sentences were split inside it
    record Split(List<Sentence> sentences, boolean unclosed) {}

    static Split of(List<SourceLine> lines) {
        StringBuilder text = new StringBuilder();
        List<Integer> starts = new ArrayList<>();
        for (SourceLine line : lines) {
            if (needsSpace(text, line.text())) {
                text.append(' ');
            }
            starts.add(text.length());
            text.append(line.text());
        }
        Brackets brackets = Brackets.of(text);
        List<Sentence> sentences = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            boolean ends = isFullStop(text.charAt(i)) && !brackets.inside().get(i);
            if (ends || i == text.length() - 1) {
                add(sentences, text, from, i + 1, lines, starts);
                from = i + 1;
            }
        }
        return new Split(sentences, brackets.unclosed());
    }

    private static void add(
            List<Sentence> sentences,
            StringBuilder text,
            int from,
            int to,
            List<SourceLine> lines,
            List<Integer> starts) {
        int begin = from;
        while (begin < to && Characters.isSpace(text.charAt(begin))) {
            begin++;
        }
        String sentence = Characters.strip(text.substring(begin, to));
        if (!sentence.isEmpty()) {
            int index = java.util.Collections.binarySearch(starts, begin);
            int line = lines.get(index >= 0 ? index : -index - 2).number();
            sentences.add(new Sentence(sentences.size() + 1, sentence, line));
        }
    }

    /// 。 inside brackets ends no sentence.
    static boolean hasFullStop(String line) {
        int depth = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            depth += OPENING.indexOf(c) >= 0 ? 1 : CLOSING.indexOf(c) >= 0 && depth > 0 ? -1 : 0;
            if (depth == 0 && isFullStop(c)) {
                return true;
            }
        }
        return false;
    }

    static boolean isFullStop(char c) {
        return c == '。' || c == '｡';
    }

    /// Two Latin words are two words still when a line break stood between them.
    private static boolean needsSpace(StringBuilder before, String after) {
        return !before.isEmpty() && isLatin(before.charAt(before.length() - 1)) && isLatin(after.charAt(0));
    }

    private static boolean isLatin(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    /// @param inside positions between a bracket and the one that closes it; brackets that nothing closes do not count
    private record Brackets(BitSet inside, boolean unclosed) {
        static Brackets of(CharSequence text) {
            BitSet opens = new BitSet(text.length());
            BitSet closes = new BitSet(text.length());
            Deque<Integer> open = new ArrayDeque<>();
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (OPENING.indexOf(c) >= 0) {
                    open.push(i);
                } else if (CLOSING.indexOf(c) >= 0 && !open.isEmpty()) {
                    opens.set(open.pop());
                    closes.set(i);
                }
            }
            BitSet inside = new BitSet(text.length());
            int depth = 0;
            for (int i = 0; i < text.length(); i++) {
                depth += opens.get(i) ? 1 : closes.get(i) ? -1 : 0;
                inside.set(i, depth > 0);
            }
            return new Brackets(inside, !open.isEmpty());
        }
    }
}
