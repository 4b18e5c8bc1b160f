package tsukasa.plan.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tsukasa.plan.Doubt;
import tsukasa.plan.MoneyTable;
import tsukasa.plan.MoneyTable.Cell;
import tsukasa.plan.PlanDocument;
import tsukasa.plan.PlanDocument.Passage;
import tsukasa.plan.ReadingResult;

/// The promise of the reader: every line that is not blank is in the tree, in a table, reported as furniture, or a
/// doubt.
final class NothingLost {
    private static final Pattern STRUCTURE =
            Pattern.compile("[(\\[【]?(?:別紙|別表|別添|付表|添付).*|[(\\[]?単位.*|(?:区別|区分|科目|勘定科目|項目).*|金額|予算額|[:-]*");

    private NothingLost() {}

    static void check(ReadingResult.Read read, String text) {
        // A page number in the middle of a sentence stands behind it in print; the words beside it keep their order.
        Set<Integer> furniture = read.document().passages().stream()
                .filter(p -> p.kind() == Passage.Kind.FURNITURE)
                .map(Passage::line)
                .collect(Collectors.toSet());
        String words = SourceLine.of(text).stream()
                .filter(l -> !furniture.contains(l.number()))
                .map(l -> Readings.withoutSpace(l.text()))
                .collect(Collectors.joining());
        String printed = Readings.withoutSpace(Readings.READER.print(new PlanDocument(
                read.document().profile(),
                read.document().charset(),
                read.document().blocks().stream()
                        .filter(b -> !(b instanceof Passage p && p.kind() == Passage.Kind.FURNITURE))
                        .toList())));
        int same = 0;
        while (same < Math.min(words.length(), printed.length()) && words.charAt(same) == printed.charAt(same)) {
            same++;
        }
        assertThat(printed.substring(same)).as("all words, in their order").isEqualTo(words.substring(same));
        List<String> lost = new ArrayList<>();
        for (PlanDocument.Block block : read.document().blocks()) {
            if (block instanceof Passage passage) {
                for (int i = 0; i < passage.lines().size(); i++) {
                    String line = passage.lines().get(i);
                    int number = passage.line() + i;
                    if (!line.isBlank() && !accounted(line, number, passage.kind(), read)) {
                        lost.add(number + ": " + line);
                    }
                }
            }
        }
        assertThat(lost).as("lines that went nowhere").isEmpty();
    }

    private static boolean accounted(String line, int number, Passage.Kind kind, ReadingResult.Read read) {
        if (read.doubts().stream().anyMatch(d -> d.covers(number) || d.line() == 0 && isSum(d))) {
            return true;
        }
        String compact = Characters.compact(line.replaceAll("<[^<>]*>?|\\|", " "));
        return kind == Passage.Kind.TABLES
                && (STRUCTURE.matcher(compact).matches()
                        || read.tables().stream()
                                .anyMatch(t -> holds(t, line, compact) || holds(t, line, Characters.compact(line))));
    }

    /// There were too many doubts to name each.
    private static boolean isSum(Doubt doubt) {
        return doubt.what().en().startsWith("There are");
    }

    private static boolean holds(MoneyTable table, String line, String compact) {
        if (compact.equals(Characters.compact(table.title().ja()))
                || table.notes().stream()
                        .anyMatch(n -> Characters.compact(n.ja()).contains(compact))
                || table.columns().stream()
                        .anyMatch(c ->
                                compact.contains(Characters.compact(c.title().ja())))) {
            return true;
        }
        boolean row = table.rows().stream()
                .anyMatch(r -> compact.contains(Characters.compact(r.label().ja()))
                        || Characters.compact(r.label().ja()).contains(compact));
        return row
                || Cells.values(line)
                        .map(values -> values.stream().allMatch(v -> printed(table, v.cell())))
                        .orElse(false);
    }

    private static boolean printed(MoneyTable table, Cell cell) {
        return table.rows().stream().anyMatch(r -> r.cells().contains(cell));
    }
}
