package tsukasa.budget.importing;

import java.util.Map;

/// A row that has something in it.
///
/// @param number counted from 1, empty rows counted too
/// @param cells  by column, counted from 0; only those that hold something
record SheetRow(int number, Map<Integer, SheetCell> cells) {
    SheetRow {
        cells = Map.copyOf(cells);
    }

    SheetCell cell(int column) {
        SheetCell found = cells.get(column);
        return found == null ? SheetCell.of(SheetCell.name(column, number), "") : found;
    }
}
