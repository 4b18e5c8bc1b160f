package tsukasa.search;

/// Numbers by values of a keyword field. They never change: others are another object, and as long as nothing changes
/// whoever asks brings the same one, so that what was made of them is kept.
public interface SearchNumbers {
    /// NaN where there is none.
    double of(String value);
}
