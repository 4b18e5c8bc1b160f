package tsukasa.kernel.table;

import java.util.List;
import tsukasa.kernel.Text;

/// What was found in a file: its rows, or why it cannot be read at all.
public sealed interface SheetReading {
    int MOST_ROWS = 5_000;
    int MOST_COLUMNS = 64;

    /// Unless who reads says otherwise.
    int LONGEST_CELL = 1_000;

    /// What stands in it.
    ///
    /// @param what the kind and place, such as the sheet's name or the encoding
    record Rows(List<SheetRow> rows, Text what) implements SheetReading {
        public Rows {
            rows = List.copyOf(rows);
        }
    }

    record Unreadable(Text why, Text next) implements SheetReading {}

    /// Ends reading wherever it is noticed.
    final class Unusable extends Exception {
        private final Text why;
        private final Text next;

        public Unusable(Text why, Text next) {
            super(why.en(), null, false, false);
            this.why = why;
            this.next = next;
        }

        public Unreadable unreadable() {
            return new Unreadable(why, next);
        }
    }

    static Unusable tooManyRows() {
        return new Unusable(
                Text.of("中身のある行が5,000行を超えています。", "It has more than 5,000 rows with something in them."),
                Text.of("5,000行までのファイルに分けてください。", "Split it into files of at most 5,000 rows."));
    }

    static Unusable tooManyColumns(String at) {
        return new Unusable(
                Text.of(at + "のセルは、表から離れすぎています。", "The cell " + at + " lies too far from the table."),
                Text.of("左から64列までを使ってください。", "Use the first 64 columns."));
    }
}
