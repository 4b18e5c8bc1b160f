package tsukasa.search;

import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

/// Brings an index up to date in a process that is not the platform, such as a command; found in
/// `META-INF/spring.factories`.
public interface CatchingUp {
    /// Follows the source in the index of a data folder, to the newest change there is when no more are to come.
    /// Readers see them all at once.
    ///
    /// @param more     whether more changes are to come
    /// @param progress told about how many documents the index has, after every part once no more are to come, and
    ///                 exactly at the end
    /// @return false where another process writes the index: it follows by itself
    boolean follow(SearchSource source, Path data, BooleanSupplier more, LongConsumer progress);
}
