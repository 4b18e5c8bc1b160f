package tsukasa.watching.keeping;

import java.util.List;

/// What items of any number of lists are called: they are judged once.
///
/// @param digest of the names, as text
/// @param items  how many there are in lists that are in use
/// @param known  that some entry speaks of it was written down with each of them
record Named(String digest, List<String> names, long items, boolean known) {
    Named {
        names = List.copyOf(names);
    }
}
