package tsukasa.search;

/// How a search can end; whatever was typed, it never fails.
public sealed interface SearchOutcome permits SearchAnswer, SearchOutcome.TooDeep, SearchOutcome.UnknownCursor {
    /// Pages are turned no further than this; narrow the question, or use a cursor.
    record TooDeep(int deepest) implements SearchOutcome {}

    /// The cursor is not one of this order of this collection.
    record UnknownCursor() implements SearchOutcome {}
}
