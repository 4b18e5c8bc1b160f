package tsukasa.search.following;

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
    static final int AT_A_TIME = 4_000;
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
        boolean more = index.role() == IndexRole.WRITING;
        while (more && goesOn.getAsBoolean()) {
            more = step(index);
        }
    }

    private boolean step(SearchIndex index) {
        long mark = index.mark();
        long newest = source.newestMark();
        if (mark == newest) {
            return false;
        }
        if (mark > newest) {
            LOG.warn("the search index {} is ahead of its source and is made anew", collection());
            return index.rebuild() instanceof Applied.Done && newest > 0;
        }
        SearchChanges changes = source.after(mark, AT_A_TIME);
        if (changes.mark() <= mark) {
            return false;
        }
        return index.apply(changes.batch(), changes.mark()) instanceof Applied.Done;
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
