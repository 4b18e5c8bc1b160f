package tsukasa.search;

import java.nio.file.Path;
import java.util.function.LongConsumer;

/// Brings an index up to date in a process that is not the platform, such as a command; found in
/// `META-INF/spring.factories`.
public interface CatchingUp {
    /// Follows the source to its newest change, in the index of a data folder.
    ///
    /// @param progress told how many documents the index has, after every part
    /// @return false where another process writes the index: it follows by itself
    boolean follow(SearchSource source, Path data, LongConsumer progress);
}
