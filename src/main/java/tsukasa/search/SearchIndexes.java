package tsukasa.search;

/// Opens the indexes of collections.
public interface SearchIndexes {
    /// The index of a collection, opened when it is first asked for. One that is damaged or of another shape is thrown
    /// away, so this never fails for the sake of an index.
    SearchIndex open(SearchShape shape);
}
