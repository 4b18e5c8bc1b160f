package tsukasa.search;

/// Where the truth of a collection is: implemented, as a bean, by the module that owns it. Its index is followed up
/// without further ado.
public interface SearchSource {
    SearchShape shape();

    /// The mark of the newest change, 0 when there was none. Marks only grow; a change must not become visible under a
    /// mark below one that was seen before.
    long newestMark();

    /// What changed after a mark, in the order of marks, at most that many. After 0 means all there is. A thing that
    /// changed
    /// often need only come once, with its last mark. The answer's mark is the asked one when nothing changed.
    SearchChanges after(long mark, int atMost);
}
