package tsukasa.search.following;

import java.nio.file.Path;
import java.util.function.LongConsumer;
import org.springframework.core.io.support.SpringFactoriesLoader;
import tsukasa.search.CatchingUp;
import tsukasa.search.IndexFolder;
import tsukasa.search.IndexRole;
import tsukasa.search.SearchIndex;
import tsukasa.search.SearchSource;

/// Follows one collection once.
final class OutsideFollowing implements CatchingUp {
    @Override
    public boolean follow(SearchSource source, Path data, LongConsumer progress) {
        IndexFolder.Opening opening = SpringFactoriesLoader.loadFactories(
                        IndexFolder.Opening.class, OutsideFollowing.class.getClassLoader())
                .getFirst();
        try (IndexFolder folder = opening.open(data)) {
            SearchIndex index = folder.open(source.shape());
            if (index.role() != IndexRole.WRITING) {
                return false;
            }
            new Follower(source, folder).follow(() -> {
                progress.accept(index.documents());
                return true;
            });
            return true;
        }
    }
}
