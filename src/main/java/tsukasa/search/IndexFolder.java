package tsukasa.search;

import java.nio.file.Path;

/// The indexes of a data folder, for as long as they are open; found in `META-INF/spring.factories` where no platform
/// runs.
public interface IndexFolder extends SearchIndexes, AutoCloseable {
    @Override
    void close();

    /// Opens them.
    interface Opening {
        IndexFolder open(Path data);
    }
}
