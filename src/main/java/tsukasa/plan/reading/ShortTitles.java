package tsukasa.plan.reading;

import tsukasa.plan.PlanDocument.Node;
import tsukasa.plan.PlanDocument.Role;

/// What an item is called in a package: its heading, or the first words of its text.
final class ShortTitles {
    private static final int LONGEST = 60;

    private ShortTitles() {}

    static String of(Node node) {
        if (node.role() == Role.PREAMBLE) {
            return "前文";
        }
        String words = node.title().orElseGet(() -> node.sentences().getFirst().text());
        String withoutNumber =
                Characters.strip(words.substring(Math.min(node.marker().length(), words.length())));
        return shortened(withoutNumber.isEmpty() ? words : withoutNumber);
    }

    /// Cut at a comma where there is one near the end.
    static String shortened(String words) {
        if (words.length() <= LONGEST) {
            return words;
        }
        String start = words.substring(0, LONGEST - 1);
        int comma = start.lastIndexOf('、');
        return (comma > LONGEST / 3 ? start.substring(0, comma) : start) + "…";
    }
}
