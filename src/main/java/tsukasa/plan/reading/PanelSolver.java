package tsukasa.plan.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tsukasa.kernel.Text;
import tsukasa.plan.MoneyTable;
import tsukasa.plan.MoneyTable.Cell;
import tsukasa.plan.MoneyTable.Kind;
import tsukasa.plan.TableAuditor;
import tsukasa.plan.TableCheck;
import tsukasa.plan.reading.LabelDictionary.RowName;

/// Finds which figure belongs to which label when the text gives all labels first and then all figures: tries the
/// possible layouts and takes the one in which the sums come out.
final class PanelSolver {
    private static final int MOST_LAYOUTS = 4_000;

    private final TableAuditor auditor;
    private final Kind kind;

    PanelSolver(TableAuditor auditor, Kind kind) {
        this.auditor = auditor;
        this.kind = kind;
    }

    /// @param rows     cells for each label, a blank where the label has no figure
    /// @param unsure   more than one layout came out equally well
    /// @param missing  the figures end before the rows do
    /// @param surplus  figures that found no row
    record Layout(List<List<Cell>> rows, boolean byRow, boolean unsure, boolean missing, int surplus) {}

    private record Candidate(Layout layout, int wrong, int exact, int headings) {}

    Layout solve(List<RowName> labels, List<Cell> figures, int columns) {
        List<Candidate> candidates = new ArrayList<>();
        int rows = figures.size() / columns;
        if (rows * columns == figures.size() && rows <= labels.size() && rows > 0) {
            List<Integer> headings = headings(labels);
            if (headings.size() == labels.size() - rows) {
                Candidate usual = candidate(labels, figures, columns, headings, false);
                if (usual.wrong() == 0) {
                    return usual.layout();
                }
            }
            for (List<Integer> blanks : blankRows(labels, labels.size() - rows)) {
                candidates.add(candidate(labels, figures, columns, blanks, false));
                if (columns > 1 && rows > 1) {
                    candidates.add(candidate(labels, figures, columns, blanks, true));
                }
            }
        }
        Optional<Candidate> best = best(candidates);
        if (best.isPresent() && best.get().wrong() == 0) {
            return marked(best.get(), candidates);
        }
        candidates.add(candidate(labels, figures, columns, headings(labels), false));
        return best(candidates).orElseThrow().layout();
    }

    private static Optional<Candidate> best(List<Candidate> candidates) {
        return candidates.stream()
                .min(Comparator.comparingInt(Candidate::wrong)
                        .thenComparing(
                                Comparator.comparingInt(Candidate::headings).reversed())
                        .thenComparing(Comparator.comparingInt(Candidate::exact).reversed()));
    }

    private static Layout marked(Candidate best, List<Candidate> all) {
        boolean unsure = all.stream()
                .anyMatch(c -> c != best
                        && c.wrong() == best.wrong()
                        && c.headings() == best.headings()
                        && c.exact() == best.exact());
        Layout layout = best.layout();
        return new Layout(layout.rows(), layout.byRow(), unsure, layout.missing(), layout.surplus());
    }

    private static List<Integer> headings(List<RowName> labels) {
        List<Integer> headings = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            if (labels.get(i).blank()) {
                headings.add(i);
            }
        }
        return headings;
    }

    /// Every choice of blank rows, or, where that is too many, the usual headings first.
    private static List<List<Integer>> blankRows(List<RowName> labels, int blanks) {
        List<List<Integer>> choices = new ArrayList<>();
        choose(new ArrayList<>(), 0, blanks, labels.size(), choices);
        if (choices.size() < MOST_LAYOUTS) {
            return choices;
        }
        List<Integer> likely = new ArrayList<>(headings(labels));
        for (int i = 0; likely.size() < blanks && i < labels.size(); i++) {
            if (!likely.contains(i)) {
                likely.add(i);
            }
        }
        return List.of(likely.subList(0, blanks).stream().sorted().toList());
    }

    private static void choose(List<Integer> chosen, int from, int left, int rows, List<List<Integer>> choices) {
        if (choices.size() >= MOST_LAYOUTS) {
            return;
        }
        if (left == 0) {
            choices.add(List.copyOf(chosen));
            return;
        }
        for (int i = from; i <= rows - left; i++) {
            chosen.add(i);
            choose(chosen, i + 1, left - 1, rows, choices);
            chosen.removeLast();
        }
    }

    private Candidate candidate(
            List<RowName> labels, List<Cell> figures, int columns, List<Integer> blanks, boolean byRow) {
        int filled = labels.size() - blanks.size();
        List<List<Cell>> rows = new ArrayList<>();
        int next = 0;
        boolean missing = false;
        for (int i = 0; i < labels.size(); i++) {
            List<Cell> cells = new ArrayList<>();
            for (int c = 0; c < columns; c++) {
                int index = byRow ? next * columns + c : c * filled + next;
                boolean there = !blanks.contains(i) && index < figures.size();
                missing |= !blanks.contains(i) && !there;
                cells.add(there ? figures.get(index) : new Cell.Blank());
            }
            next += blanks.contains(i) ? 0 : 1;
            rows.add(cells);
        }
        Layout layout = new Layout(rows, byRow, false, missing, Math.max(0, figures.size() - filled * columns));
        List<TableCheck> checks = checks(labels, rows, columns);
        return new Candidate(
                layout, count(checks, TableCheck.Verdict.WRONG), count(checks, TableCheck.Verdict.EXACT), (int)
                        blanks.stream().filter(b -> labels.get(b).blank()).count());
    }

    private List<TableCheck> checks(List<RowName> labels, List<List<Cell>> cells, int columns) {
        List<MoneyTable.Column> names = new ArrayList<>();
        for (int c = 0; c < columns; c++) {
            names.add(new MoneyTable.Column("c" + c, Text.same("c" + c)));
        }
        List<MoneyTable.Row> rows = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            rows.add(new MoneyTable.Row(labels.get(i).code(), Text.same("r"), 0, cells.get(i)));
        }
        return auditor.check(List.of(new MoneyTable("p", kind, "panel", Text.same("p"), names, rows, List.of())));
    }

    private static int count(List<TableCheck> checks, TableCheck.Verdict verdict) {
        return (int) checks.stream().filter(c -> c.verdict() == verdict).count();
    }
}
