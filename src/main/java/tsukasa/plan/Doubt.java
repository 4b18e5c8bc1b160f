package tsukasa.plan;

import tsukasa.kernel.Text;

/// Something the reader was unsure of: what it did about it, for a person to look at.
///
/// @param line  counted from 1 with blank lines; 0 for the text as a whole
/// @param lines how many lines, blank ones included, it is about
public record Doubt(int line, int lines, Kind kind, Text what) {
    public Doubt(int line, Kind kind, Text what) {
        this(line, 1, kind, what);
    }

    /// Stays the same as long as text and reader do: a person settles a doubt by it.
    public String key() {
        return line + "-" + kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-') + "-"
                + Integer.toHexString(what.ja().hashCode());
    }

    public boolean covers(int other) {
        return other >= line && other < line + lines;
    }

    public enum Kind {
        /// Which characters the bytes stand for.
        ENCODING,
        /// A character that belongs into no plan, kept as it is.
        CONTROL_CHARACTER,
        /// A page number or running head, kept outside the sentences.
        FURNITURE,
        /// A number out of sequence or used twice.
        NUMBERING,
        /// Text whose place in the tree is a guess.
        STRUCTURE,
        /// The text seems to end before the plan does.
        TRUNCATED,
        /// An assumption about a target where the plan is silent.
        READING,
        /// A name that is in no dictionary; it got a code of its own.
        LABEL,
        /// A money table whose cells could be laid out in more than one way.
        TABLE,
        /// 再掲 without an original.
        REPEAT,
        /// Words in one language only.
        TRANSLATION
    }
}
