package tsukasa.search.lucene;

import java.nio.file.Path;
import tsukasa.search.IndexFolder;
import tsukasa.search.SearchIndex;
import tsukasa.search.SearchShape;

/// The indexes of a data folder without a platform around them.
final class IndexFolders implements IndexFolder.Opening {
    @Override
    public IndexFolder open(Path data) {
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
