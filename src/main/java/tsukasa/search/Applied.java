package tsukasa.search;

/// How bringing changes into an index ended.
public sealed interface Applied {
    /// The changes and their mark are on the disk and visible.
    record Done(long mark) implements Applied {}

    /// They are taken in, and wait to be kept.
    record Gathered(long mark) implements Applied {}

    /// Another process writes this index; it will bring the same changes.
    record NotWriting() implements Applied {}

    /// The index is already further; nothing was changed.
    record Outrun(long mark) implements Applied {}

    /// The disk did not take it, or the index was damaged: nothing of it is visible. Go on from this mark, later.
    record Lost(long mark) implements Applied {}
}
