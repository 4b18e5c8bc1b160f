package tsukasa.search.lucene;

import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import tsukasa.search.IndexFolder;
import tsukasa.search.SearchIndex;
import tsukasa.search.SearchShape;

/// The indexes of a data folder without a platform around them.
final class IndexFolders implements IndexFolder.Opening {
    /// Advice on options of the virtual machine is nothing for whoever runs a command.
    private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

    @Override
    public IndexFolder open(Path data) {
        LUCENE.setLevel(Level.SEVERE);
        LuceneIndexes indexes = new LuceneIndexes(data);
        return new IndexFolder() {
            @Override
            public SearchIndex open(SearchShape shape) {
                return indexes.open(shape);
            }

            @Override
            public void close() {
                indexes.close();
            }
        };
    }
}
