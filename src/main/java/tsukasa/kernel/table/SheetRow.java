package tsukasa.kernel.table;

import java.util.Map;

/// A row that has something in it.
///
/// @param number counted from 1, empty rows counted too
/// @param cells  by column, counted from 0; only those that hold something
public record SheetRow(int number, Map<Integer, SheetCell> cells) {
    public SheetRow {
        cells = Map.copyOf(cells);
    }

    public SheetCell cell(int column) {
        SheetCell found = cells.get(column);
        return found == null ? SheetCell.of(SheetCell.name(column, number), "") : found;
    }
}
