package tsukasa.cycle.evaluation;

import java.util.List;
import java.util.Optional;
import tsukasa.cycle.Evaluation;
import tsukasa.cycle.Evaluation.Words;
import tsukasa.cycle.ItemSheet;
import tsukasa.kernel.table.CellFault;

/// What would become of one row of a file with the minister's evaluation.
///
/// @param sheet empty where its place could not be found
record MinisterRow(int row, Optional<ItemSheet> sheet, Words words, List<CellFault> wrong) {
    MinisterRow {
        wrong = List.copyOf(wrong);
    }

    boolean good() {
        return wrong.isEmpty() && sheet.isPresent();
    }

    Optional<Evaluation> now() {
        return sheet.flatMap(ItemSheet::minister);
    }

    /// The version it would follow; 0 where nothing is written yet.
    int read() {
        return now().map(Evaluation::revision).orElse(0);
    }

    boolean same() {
        return now().map(Evaluation::words).filter(words::equals).isPresent();
    }

    boolean changing() {
        return good() && !same();
    }

    /// Somebody's words would give way to those of the file.
    boolean replacing() {
        return changing()
                && now().map(Evaluation::words)
                        .filter(was -> !was.equals(Words.NONE))
                        .isPresent();
    }
}
