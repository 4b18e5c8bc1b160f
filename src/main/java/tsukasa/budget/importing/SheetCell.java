package tsukasa.budget.importing;

/// One cell of a file as text.
///
/// @param at    `E7`, the same in a spreadsheet for CSV and XLSX
/// @param text  empty for an empty cell
/// @param odd   why its value cannot be taken, if so
record SheetCell(String at, String text, Odd odd) {
    enum Odd {
        NO,
        FORMULA,
        ERROR,
        TOO_LONG
    }

    static SheetCell of(String at, String text) {
        return new SheetCell(at, text, Odd.NO);
    }

    boolean blank() {
        return odd == Odd.NO && text.isBlank();
    }

    static String name(int column, int row) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
            letters.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return letters.toString() + row;
    }
}
