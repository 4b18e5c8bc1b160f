package tsukasa.kernel.table;

/// Takes text in the form of RFC 4180 apart: cells in quotes may hold separators, line ends and doubled quotes.
final class CsvCells {
    private CsvCells() {}

    /// @param <E> why the rest may not be wanted
    interface Taker<E extends Exception> {
        void cell(String cell) throws E;

        void endRow() throws E;
    }

    /// @return the row in which a quotation mark is opened and never closed, from 1; 0 when there is none
    static <E extends Exception> int read(String text, char between, Taker<E> taker) throws E {
        StringBuilder cell = new StringBuilder();
        boolean begun = false;
        boolean quoted = false;
        int row = 1;
        int openedIn = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted) {
                boolean doubled = c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"';
                if (c != '"' || doubled) {
                    cell.append(c);
                    i += doubled ? 1 : 0;
                } else {
                    quoted = false;
                }
            } else if (c == '"' && cell.isEmpty()) {
                quoted = true;
                openedIn = row;
            } else if (c == between || c == '\n') {
                taker.cell(cell.toString());
                cell.setLength(0);
                begun = c == between;
                if (c == '\n') {
                    taker.endRow();
                    row++;
                }
            } else if (c != '\r') {
                cell.append(c);
            }
        }
        if (quoted) {
            return openedIn;
        }
        if (begun || !cell.isEmpty()) {
            taker.cell(cell.toString());
            taker.endRow();
        }
        return 0;
    }
}
