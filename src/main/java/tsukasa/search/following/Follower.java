package tsukasa.search.following;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tsukasa.search.Applied;
import tsukasa.search.IndexRole;
import tsukasa.search.SearchChanges;
import tsukasa.search.SearchIndex;
import tsukasa.search.SearchIndexes;
import tsukasa.search.SearchSource;

/// Brings one index up to date with its source, part by part; each is kept as soon as it is in.
class Follower {
    static final int AT_A_TIME = 10_000;
    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
    private final SearchSource source;
    private final SearchIndexes indexes;
    private volatile @Nullable SearchIndex opened;

    Follower(SearchSource source, SearchIndexes indexes) {
        this.source = source;
        this.indexes = indexes;
    }

    String collection() {
        return source.shape().name();
    }

    void follow(BooleanSupplier goesOn) {
        SearchIndex index = indexes.open(source.shape());
        opened = index;
        if (index.role() == IndexRole.WRITING && behind(index)) {
            try (ExecutorService ahead = Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("search-reading").factory())) {
                bring(index, goesOn, ahead);
            }
        }
    }

    /// Whether there is something to bring; an index that is ahead of its source begins again.
    private boolean behind(SearchIndex index) {
        long mark = index.mark();
        long newest = source.newestMark();
        if (mark > newest) {
            LOG.warn("the search index {} is ahead of its source and is made anew", collection());
            return index.rebuild() instanceof Applied.Done && newest > 0;
        }
        return mark < newest;
    }

    /// While one part is taken apart and written, the next one is read.
    private void bring(SearchIndex index, BooleanSupplier goesOn, ExecutorService ahead) {
        SearchChanges part = source.after(index.mark(), AT_A_TIME);
        long mark = index.mark();
        while (part.mark() > mark && goesOn.getAsBoolean()) {
            long until = part.mark();
            Future<SearchChanges> next = ahead.submit(() -> source.after(until, AT_A_TIME));
            boolean done = index.apply(part.batch(), until) instanceof Applied.Done;
            part = read(next);
            if (!done) {
                return;
            }
            mark = until;
        }
    }

    private static SearchChanges read(Future<SearchChanges> next) {
        try {
            return next.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            next.cancel(true);
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// How many marks the index is behind; unknown before it was first followed.
    double behind() {
        SearchIndex index = opened;
        return index == null ? Double.NaN : Math.max(0, source.newestMark() - index.mark());
    }

    double documents() {
        SearchIndex index = opened;
        return index == null ? Double.NaN : index.documents();
    }
}
