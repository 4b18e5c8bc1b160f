package tsukasa.watching.keeping;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tsukasa.kernel.database.Acts;
import tsukasa.vulnerability.Watchers;

/// Of everybody's lists, numbers alone.
@Component
class Popularity implements Watchers {
    private final PopularityStore store;

    Popularity(PopularityStore store) {
        this.store = store;
    }

    /// Counted apart from whatever whoever asks is at.
    @Override
    @Transactional(readOnly = true, propagation = Propagation.REQUIRES_NEW)
    @Acts(as = Watchman.ACTOR)
    public Map<String, Integer> byName() {
        return store.byName(FEWEST);
    }
}
