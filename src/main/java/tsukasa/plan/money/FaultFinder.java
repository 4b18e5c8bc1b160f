package tsukasa.plan.money;

import static java.util.Comparator.comparingInt;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tsukasa.plan.MoneyTable;
import tsukasa.plan.MoneyTable.Cell;
import tsukasa.plan.SuspectCell;
import tsukasa.plan.TableCheck;
import tsukasa.plan.TableCheck.Verdict;
import tsukasa.plan.money.Equation.Term;

/// Finds the cells to blame: a cell is a suspect when one other figure in it makes every wrong check come out and
/// breaks none; among several, the one that leaves the most checks exact and agrees with its repeats.
final class FaultFinder {
    private static final int MOST_FAULTS = 20;

    private final List<Equation> equations;
    private final Map<CellRef, List<Equation>> byCell = new LinkedHashMap<>();
    private final Map<CellRef, Long> printed = new HashMap<>();
    private final Witnesses witnesses;

    FaultFinder(IdentityRules rules, List<MoneyTable> tables) {
        equations = Equations.of(rules, tables);
        witnesses = new Witnesses(rules, tables);
        for (Equation equation : equations) {
            cells(equation)
                    .forEach(cell ->
                            byCell.computeIfAbsent(cell, c -> new ArrayList<>()).add(equation));
        }
        for (MoneyTable table : tables) {
            for (MoneyTable.Row row : table.rows()) {
                for (int i = 0; i < table.columns().size(); i++) {
                    if (!(row.cells().get(i) instanceof Cell.Blank)) {
                        printed.put(
                                new CellRef(
                                        table.id(),
                                        row.code(),
                                        table.columns().get(i).code()),
                                row.cells().get(i).amount());
                    }
                }
            }
        }
    }

    /// @param score how much better the checks come out with `likely` in the cell
    private record Hypothesis(CellRef cell, long stated, long likely, Set<Equation> repaired, int score) {}

    List<SuspectCell> suspects() {
        Set<Equation> wrong = new LinkedHashSet<>();
        equations.stream().filter(e -> e.check().verdict() == Verdict.WRONG).forEach(wrong::add);
        List<SuspectCell> found = new ArrayList<>();
        while (!wrong.isEmpty() && found.size() < MOST_FAULTS) {
            List<Hypothesis> best = best(wrong);
            if (best.isEmpty()) {
                break;
            }
            best.forEach(h -> found.add(new SuspectCell(
                    h.cell().table(), h.cell().row(), h.cell().column(), h.stated(), h.likely(), unrivalled(h, best))));
            best.forEach(h -> wrong.removeAll(h.repaired()));
        }
        return found;
    }

    /// Faults in different corners of the tables do not compete for the same checks.
    private static boolean unrivalled(Hypothesis one, List<Hypothesis> all) {
        return all.stream().allMatch(o -> o == one || Collections.disjoint(o.repaired(), one.repaired()));
    }

    /// The hypotheses that repair the most of the wrong checks, and of those the ones with the highest score.
    private List<Hypothesis> best(Set<Equation> wrong) {
        Set<CellRef> candidates = new LinkedHashSet<>();
        wrong.forEach(e -> cells(e).filter(printed::containsKey).forEach(candidates::add));
        List<Hypothesis> all = candidates.stream()
                .flatMap(cell -> hypothesis(cell, wrong).stream())
                .toList();
        int most = all.stream().mapToInt(h -> h.repaired().size()).max().orElse(0);
        List<Hypothesis> strongest =
                all.stream().filter(h -> h.repaired().size() == most).toList();
        int highest = strongest.stream().mapToInt(Hypothesis::score).max().orElse(0);
        return strongest.stream().filter(h -> h.score() == highest).toList();
    }

    private Optional<Hypothesis> hypothesis(CellRef cell, Set<Equation> wrong) {
        long stated = printed.getOrDefault(cell, 0L);
        return amountsToTry(cell, stated).stream()
                .flatMap(amount -> tested(cell, stated, amount, wrong).stream())
                .max(comparingInt((Hypothesis h) -> h.repaired().size()).thenComparingInt(Hypothesis::score));
    }

    private Set<Long> amountsToTry(CellRef cell, long stated) {
        Set<Long> amounts = new LinkedHashSet<>(witnesses.amounts(cell));
        for (Equation equation : byCell.getOrDefault(cell, List.of())) {
            int weight = equation.weight(cell);
            if (weight != 0) {
                amounts.add(stated - (equation.stated() - equation.computed()) / weight);
            }
        }
        amounts.remove(stated);
        return amounts;
    }

    /// Empty when the amount breaks a check that comes out today, or repairs none of the wrong ones.
    private Optional<Hypothesis> tested(CellRef cell, long stated, long amount, Set<Equation> wrong) {
        Set<Equation> repaired = new HashSet<>();
        int score = witnesses.gain(cell, stated, amount);
        for (Equation equation : byCell.getOrDefault(cell, List.of())) {
            Verdict before = equation.check().verdict();
            Verdict after = with(equation, cell, amount).verdict();
            if (after == Verdict.WRONG && before != Verdict.WRONG) {
                return Optional.empty();
            }
            if (after != Verdict.WRONG && wrong.contains(equation)) {
                repaired.add(equation);
            }
            score += (after == Verdict.EXACT ? 1 : 0) - (before == Verdict.EXACT ? 1 : 0);
        }
        return repaired.isEmpty()
                ? Optional.empty()
                : Optional.of(new Hypothesis(cell, stated, amount, repaired, score));
    }

    private static TableCheck with(Equation equation, CellRef cell, long amount) {
        return new Equation(
                        equation.scope(),
                        equation.total(),
                        equation.total().equals(cell) ? amount : equation.stated(),
                        equation.parts().stream()
                                .map(p -> p.cell().equals(cell) ? new Term(cell, p.sign(), amount) : p)
                                .toList(),
                        equation.rule())
                .check();
    }

    private static Stream<CellRef> cells(Equation equation) {
        return Stream.concat(
                        Stream.of(equation.total()), equation.parts().stream().map(Term::cell))
                .distinct();
    }
}
