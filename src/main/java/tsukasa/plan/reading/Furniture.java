package tsukasa.plan.reading;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Page numbers and running heads: lines of the page, not of the plan.
///
/// @param heads texts that stand beside the page numbers again and again
record Furniture(Set<String> heads) {
    private static final Pattern PAGE_NUMBER =
            Pattern.compile("(?:- ?)?[0-9]{1,4}(?: ?-)?|[0-9]{1,4} ?/ ?[0-9]{1,4}|[pP]\\.? ?[0-9]{1,4}");
    private static final Pattern DECORATED = Pattern.compile("- ?[0-9]{1,4} ?-|[0-9]{1,4} ?/ ?[0-9]{1,4}|[pP].*");
    private static final int LONGEST_HEAD = 60;

    static Furniture of(List<SourceLine> lines) {
        Map<String, Integer> beside = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            if (isPageNumber(lines.get(i).text())) {
                count(beside, lines, i - 1);
                count(beside, lines, i + 1);
            }
        }
        Set<String> heads = new HashSet<>();
        beside.forEach((text, times) -> {
            if (times >= 3) {
                heads.add(text);
            }
        });
        return new Furniture(heads);
    }

    private static void count(Map<String, Integer> beside, List<SourceLine> lines, int index) {
        if (index < 0 || index >= lines.size()) {
            return;
        }
        String text = lines.get(index).text();
        boolean words = text.codePoints().filter(Character::isLetter).count() >= 4;
        if (words && text.length() <= LONGEST_HEAD && text.indexOf('。') < 0) {
            beside.merge(text, 1, Integer::sum);
        }
    }

    boolean includes(String line) {
        return isPageNumber(line) || heads.contains(line);
    }

    static boolean isPageNumber(String line) {
        return line.length() <= 12
                && PAGE_NUMBER.matcher(Characters.fold(line, 16)).matches();
    }

    /// `- 32 -`, `32/60`, `p.32`: nothing else than a page number.
    static boolean isSurelyPageNumber(String line) {
        return line.length() <= 12
                && DECORATED.matcher(Characters.fold(line, 16)).matches()
                && isPageNumber(line);
    }
}
