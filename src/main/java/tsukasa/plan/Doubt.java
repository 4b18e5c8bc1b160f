package tsukasa.plan;

import tsukasa.kernel.Text;

/// Something the reader was unsure of: what it did about it, for a person to look at.
///
/// @param line counted from 1 with blank lines; 0 for the text as a whole
public record Doubt(int line, Kind kind, Text what) {
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
