package tsukasa.scheme.lookup;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tsukasa.scheme.lookup.RegisterStore.Cell;

/// How many entries stand on a day, by prefecture, industry, level and size: every total of the pages is a sum of
/// these.
record Standing(List<Cell> cells) {
    Standing {
        cells = List.copyOf(cells);
    }

    long count(Predicate<Cell> counted) {
        return cells.stream().filter(counted).mapToLong(Cell::count).sum();
    }

    long total() {
        return count(_ -> true);
    }

    /// Without its words, which these counts know nothing of.
    long matching(Search search) {
        return count(cell -> search.prefecture()
                        .map(p -> p.code().equals(cell.prefecture()))
                        .orElse(true)
                && search.industry().map(i -> i.value().equals(cell.industry())).orElse(true)
                && search.small().map(small -> small == cell.sme()).orElse(true)
                && search.level().map(l -> l.id().equals(cell.level())).orElse(true));
    }

    Map<String, Long> by(Function<Cell, String> key) {
        return cells.stream().collect(Collectors.groupingBy(key, Collectors.summingLong(Cell::count)));
    }
}
