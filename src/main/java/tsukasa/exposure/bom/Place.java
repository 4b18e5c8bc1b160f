package tsukasa.exposure.bom;

import tsukasa.kernel.Text;

/// Where something stands in a document, counted from 1; 0 where it is not known.
record Place(int line, int column) {
    static final Place UNKNOWN = new Place(0, 0);

    boolean known() {
        return line > 0;
    }

    Text words() {
        return column > 0
                ? Text.of(line + "行目の" + column + "文字目", "Line " + line + ", character " + column)
                : Text.of(line + "行目", "Line " + line);
    }
}
