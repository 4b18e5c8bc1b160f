package tsukasa.cycle.years;

import java.util.List;
import java.util.Optional;
import tsukasa.cycle.PastFigure;
import tsukasa.kernel.table.CellFault;

/// What would become of one row of a file of earlier years' figures.
///
/// @param entry empty where it could not be read
/// @param now   what stands now
record YearRow(int row, Optional<PastFigure.Entry> entry, Optional<PastFigure> now, List<CellFault> wrong) {
    YearRow {
        wrong = List.copyOf(wrong);
    }

    boolean good() {
        return wrong.isEmpty() && entry.isPresent();
    }

    boolean same() {
        return good()
                && now.isPresent()
                && entry.get().said().equals(now.get().said())
                && entry.get().source().equals(now.get().source());
    }

    boolean changing() {
        return good() && !same();
    }
}
