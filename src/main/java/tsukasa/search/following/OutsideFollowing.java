package tsukasa.search.following;

import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.springframework.core.io.support.SpringFactoriesLoader;
import tsukasa.search.CatchingUp;
import tsukasa.search.IndexFolder;
import tsukasa.search.IndexRole;
import tsukasa.search.SearchIndex;
import tsukasa.search.SearchSource;

/// Follows one collection for as long as changes come.
final class OutsideFollowing implements CatchingUp {
    private static final int ALL = Integer.MAX_VALUE;

    @Override
    public boolean follow(SearchSource source, Path data, BooleanSupplier more, LongConsumer progress) {
        IndexFolder.Opening opening = SpringFactoriesLoader.loadFactories(
                        IndexFolder.Opening.class, OutsideFollowing.class.getClassLoader())
                .getFirst();
        try (IndexFolder folder = opening.open(data)) {
            SearchIndex index = folder.open(source.shape());
            if (index.role() != IndexRole.WRITING) {
                return false;
            }
            index.prepare();
            long before = index.documents();
            Follower follower = new Follower(source, folder);
            for (boolean going = more.getAsBoolean(); going; going = more.getAsBoolean()) {
                follower.gather(index, more, ALL);
                pause();
            }
            follower.gather(
                    index,
                    () -> {
                        progress.accept(before + follower.brought());
                        return true;
                    },
                    ALL);
            follower.keep(index);
            progress.accept(index.documents());
            return true;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while following", e);
        }
    }
}
