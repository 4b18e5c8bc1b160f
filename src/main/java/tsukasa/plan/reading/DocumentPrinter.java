package tsukasa.plan.reading;

import java.util.ArrayList;
import java.util.List;
import tsukasa.plan.PlanDocument;
import tsukasa.plan.PlanDocument.Block;
import tsukasa.plan.PlanDocument.Node;
import tsukasa.plan.PlanDocument.Passage;

/// A document as text: one line for a heading, one for each sentence, tables as they were.
final class DocumentPrinter {
    private DocumentPrinter() {}

    static String print(PlanDocument document) {
        StringBuilder text = new StringBuilder();
        for (Block block : document.blocks()) {
            List<String> lines = switch (block) {
                case Node node -> lines(node);
                case Passage passage -> passage.lines();
            };
            lines.forEach(line -> text.append(line).append('\n'));
            text.append('\n');
        }
        return text.toString();
    }

    private static List<String> lines(Node node) {
        List<String> lines = new ArrayList<>();
        for (PlanDocument.Sentence sentence : node.sentences()) {
            lines.add(sentence.text());
        }
        String first = lines.getFirst();
        String title = node.title().orElse("");
        String rest = first.startsWith(title) ? Characters.strip(first.substring(title.length())) : "";
        if (!title.isEmpty() && !rest.isEmpty() && mayBeginLine(rest)) {
            lines.set(0, title);
            lines.add(1, rest);
        }
        return merged(lines);
    }

    /// A sentence that would be taken for something else at the beginning of a line stays behind the one before it.
    private static List<String> merged(List<String> lines) {
        List<String> merged = new ArrayList<>();
        for (String line : lines) {
            if (merged.isEmpty() || mayBeginLine(line)) {
                merged.add(line);
            } else {
                merged.add(merged.removeLast() + line);
            }
        }
        return merged;
    }

    private static boolean mayBeginLine(String text) {
        SourceLine line = SourceLine.of(1, text, 0);
        return line.markers().isEmpty()
                && !Furniture.isPageNumber(text)
                && !IndicatorHeadings.matches(line)
                && !TableHeads.isAnnex(line)
                && !TableHeads.isTitle(line)
                && !TableHeads.startsTable(List.of(line), 0);
    }
}
