package tsukasa.search.lucene;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import tsukasa.search.SearchIndex;
import tsukasa.search.SearchIndexContract;

class LuceneIndexTests extends SearchIndexContract {
    @TempDir
    Path folder;

    private @Nullable LuceneIndex open;

    @Override
    protected SearchIndex empty() {
        open = new LuceneIndex(SHAPE, folder);
        return open;
    }

    @AfterEach
    void close() {
        if (open != null) {
            open.close();
        }
    }
}
