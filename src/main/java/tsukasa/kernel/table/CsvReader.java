package tsukasa.kernel.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads RFC 4180: cells in quotes may hold commas, line ends and doubled quotes.
public final class CsvReader {
    private final String text;
    private final char between;
    private final List<List<String>> rows = new ArrayList<>();
    private List<String> row = new ArrayList<>();
    private final StringBuilder cell = new StringBuilder();

    private CsvReader(String text, char between) {
        this.text = text;
        this.between = between;
    }

    /// Empty when a quotation mark is never closed.
    public static Optional<List<List<String>>> parse(String text) {
        return new CsvReader(text, ',').parse();
    }

    private Optional<List<List<String>>> parse() {
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted) {
                if (c != '"') {
                    cell.append(c);
                } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    cell.append(c);
                    i++;
                } else {
                    quoted = false;
                }
            } else if (c == '"' && cell.isEmpty()) {
                quoted = true;
            } else {
                plain(c);
            }
        }
        if (quoted) {
            return Optional.empty();
        }
        if (!cell.isEmpty() || !row.isEmpty()) {
            endRow();
        }
        return Optional.of(rows);
    }

    private void plain(char c) {
        if (c == between) {
            endCell();
        } else if (c == '\n') {
            endRow();
        } else if (c != '\r') {
            cell.append(c);
        }
    }

    private void endCell() {
        row.add(cell.toString());
        cell.setLength(0);
    }

    private void endRow() {
        endCell();
        rows.add(row);
        row = new ArrayList<>();
    }
}
