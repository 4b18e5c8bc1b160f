package tsukasa.exposure.bom;

import tsukasa.kernel.Text;

/// What a document holds, one thing after the other, in whichever way it is written: objects with named members, lists,
/// and values. Nothing of it is kept.
abstract class Cursor {
    /// No format needs more; what is deeper wants to exhaust its reader.
    static final int DEEPEST = 200;

    /// The longest text that anything here is made of: licences, signatures and pictures among them.
    static final int LONGEST = 8 * 1024 * 1024;

    enum Token {
        OBJECT,
        LIST,
        END,
        VALUE,
        /// Nothing follows.
        DONE
    }

    abstract Token next();

    /// Of the member of an object; in a list, as the document calls its items, or empty.
    abstract String name();

    /// Of a value; empty for one that is told to be nothing.
    abstract String text();

    /// Whether the value is words, not a number or a truth.
    abstract boolean words();

    abstract Place place();

    /// Past all that belongs to the token.
    void skip(Token token) {
        int depth = token == Token.OBJECT || token == Token.LIST ? 1 : 0;
        while (depth > 0) {
            switch (next()) {
                case OBJECT, LIST -> depth++;
                case END -> depth--;
                case VALUE -> {}
                case DONE -> throw early();
            }
        }
    }

    final Unreadable early() {
        return Unreadable.broken(Text.of("文書が途中で終わっています。", "The document ends in the middle."), place());
    }

    static Unreadable deep(Place place) {
        return Unreadable.broken(
                Text.of("入れ子が深すぎます（" + DEEPEST + "段まで）。", "It is nested too deeply (" + DEEPEST + " levels at most)."),
                place);
    }

    static Unreadable longText(Place place) {
        return Unreadable.broken(
                Text.of("長すぎる文字列があります（800万字まで）。", "One of its texts is too long (8 million characters at most)."),
                place);
    }
}
