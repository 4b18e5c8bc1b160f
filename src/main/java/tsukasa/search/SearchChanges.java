package tsukasa.search;

/// A part of what changed in a collection.
///
/// @param mark the mark of the last change that is in the batch
public record SearchChanges(SearchBatch batch, long mark) {}
