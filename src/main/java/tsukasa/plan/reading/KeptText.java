package tsukasa.plan.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tsukasa.plan.Doubt;

/// Lines among the tables that went into none of them: one doubt for each run of lines.
final class KeptText {
    private KeptText() {}

    static List<Doubt> doubts(List<SourceLine> lines, Set<Integer> kept) {
        List<Doubt> doubts = new ArrayList<>();
        for (int index : kept) {
            SourceLine line = lines.get(index);
            if (!kept.contains(index - 1)) {
                int last = index;
                while (kept.contains(last + 1)) {
                    last++;
                }
                int count = lines.get(last).number() - line.number() + 1;
                doubts.add(new Doubt(
                        line.number(), count, Doubt.Kind.TABLE, TableDoubts.keptAsText(line.text(), last - index + 1)));
            }
        }
        return doubts;
    }
}
