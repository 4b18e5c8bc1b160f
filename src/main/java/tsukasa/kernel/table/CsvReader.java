package tsukasa.kernel.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads RFC 4180 whole, every cell as it stands.
public final class CsvReader {
    private CsvReader() {}

    /// Empty when a quotation mark is never closed.
    public static Optional<List<List<String>>> parse(String text) {
        Rows rows = new Rows();
        return CsvCells.read(text, ',', rows) == 0 ? Optional.of(rows.all) : Optional.empty();
    }

    private static final class Rows implements CsvCells.Taker<RuntimeException> {
        private final List<List<String>> all = new ArrayList<>();
        private List<String> row = new ArrayList<>();

        @Override
        public void cell(String cell) {
            row.add(cell);
        }

        @Override
        public void endRow() {
            all.add(row);
            row = new ArrayList<>();
        }
    }
}
