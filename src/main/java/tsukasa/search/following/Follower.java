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

/// Brings one index up to date with its source, part by part; some are kept together.
class Follower {
    static final int AT_A_TIME = 5_000;
    private static final int KEPT_TOGETHER = 8;
    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
    private final SearchSource source;
    private final SearchIndexes indexes;
    private volatile @Nullable SearchIndex opened;
    /// The mark of what is in and not yet kept.
    private long gathered;
    private long brought;

    Follower(SearchSource source, SearchIndexes indexes) {
        this.source = source;
        this.indexes = indexes;
    }

    String collection() {
        return source.shape().name();
    }

    void follow(BooleanSupplier goesOn) {
        SearchIndex index = indexes.open(source.shape());
        gather(index, goesOn, KEPT_TOGETHER);
        keep(index);
    }

    /// What comes in waits to be kept.
    ///
    /// @param together after how many parts it is kept all the same
    void gather(SearchIndex index, BooleanSupplier goesOn, int together) {
        opened = index;
        if (index.role() == IndexRole.WRITING && behind(index)) {
            try (ExecutorService ahead = Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("search-reading").factory())) {
                bring(index, goesOn, together, ahead);
            }
        }
    }

    /// How many documents it brought.
    long brought() {
        return brought;
    }

    void keep(SearchIndex index) {
        if (gathered > 0) {
            index.keep(gathered);
            gathered = 0;
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
        return Math.max(mark, gathered) < newest;
    }

    /// While one part is taken apart and written, the next one is read.
    private void bring(SearchIndex index, BooleanSupplier goesOn, int together, ExecutorService ahead) {
        long mark = Math.max(index.mark(), gathered);
        SearchChanges part = source.after(mark, AT_A_TIME);
        for (int parts = 1; part.mark() > mark && goesOn.getAsBoolean(); parts++) {
            long until = part.mark();
            Future<SearchChanges> next = ahead.submit(() -> source.after(until, AT_A_TIME));
            boolean in = index.gather(part.batch(), mark, until) instanceof Applied.Gathered;
            gathered = in ? until : 0;
            brought += in ? part.batch().puts().size() : 0;
            if (parts % together == 0) {
                keep(index);
            }
            part = read(next);
            if (!in) {
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
