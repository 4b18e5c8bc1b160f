package tsukasa.search;

import java.util.List;
import java.util.Optional;

/// The index of one collection: a cache of what its owner keeps, which may be lost at any time and is then made anew.
public interface SearchIndex {
    SearchShape shape();

    /// Whether this process may write. When the one that wrote is gone, asking makes this one the next.
    IndexRole role();

    /// How far the index has come. 0 means that it is empty or was lost: bring everything.
    long mark();

    long documents();

    /// Brings changes in; they become visible at once and together with their mark, which never goes back.
    /// Several thousand at a time are quickest.
    Applied apply(SearchBatch batch, long mark);

    /// Takes a part of many changes in. They stay unseen, and are lost with the process, until they are kept
    /// together: few large steps cost less than many small ones.
    ///
    /// @param from how far the index has come, with what was gathered before: if that was lost, so is this
    Applied gather(SearchBatch batch, long from, long mark);

    /// Gets ready for texts beside other work. Without it the first ones take longer.
    void prepare();

    /// All that was gathered up to this mark becomes visible together with it.
    Applied keep(long mark);

    /// Empties the index and sets its mark to 0.
    Applied rebuild();

    SearchOutcome search(SearchQuestion question);

    /// Completes the beginning of a name, or of one of its words, also when its reading is typed in kana; the most
    /// frequent first. The field is a suggested keyword.
    List<Suggestion> suggest(String field, String beginning, int atMost);

    /// For a question without hits: the same text with words that are known, provided they find something.
    Optional<String> didYouMean(SearchQuestion question);

    /// A name and about how many documents have it.
    record Suggestion(String value, long documents) {}
}
