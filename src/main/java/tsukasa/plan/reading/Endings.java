package tsukasa.plan.reading;

import java.util.ArrayList;
import java.util.List;
import tsukasa.plan.Doubt;
import tsukasa.plan.PlanDocument;
import tsukasa.plan.PlanDocument.Block;
import tsukasa.plan.PlanDocument.Node;

/// Signs that the beginning or the end of a plan is missing.
final class Endings {
    private Endings() {}

    static List<Doubt> doubts(PlanDocument document) {
        List<Doubt> doubts = new ArrayList<>();
        Block last = document.blocks().getLast();
        if (last instanceof Node node && endsOpen(node)) {
            doubts.add(new Doubt(node.sentences().getLast().line(), Doubt.Kind.TRUNCATED, Doubts.endsInSentence()));
        }
        if (PlanYears.of(document).isEmpty()) {
            doubts.add(new Doubt(1, Doubt.Kind.STRUCTURE, Doubts.noYear()));
        }
        return doubts;
    }

    /// A heading, なし, or a list need no 。; a sentence that has begun does.
    private static boolean endsOpen(Node node) {
        String text = node.sentences().getLast().text();
        char end = text.charAt(text.length() - 1);
        boolean closed = "。｡）」】］〕)".indexOf(end) >= 0;
        boolean heading = node.title().map(text::equals).orElse(false);
        return !closed && !heading && !text.endsWith("なし") && !text.endsWith("該当なし");
    }
}
