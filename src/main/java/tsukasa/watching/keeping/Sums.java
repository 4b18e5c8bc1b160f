package tsukasa.watching.keeping;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tsukasa.kernel.database.Acts;

/// Keeps the sums of findings small, so that reading them stays quick.
@Component
class Sums {
    private static final int LISTS = 1_000;
    private final SumStore store;
    private final ChangeStore changes;

    Sums(SumStore store, ChangeStore changes) {
        this.store = store;
        this.changes = changes;
    }

    /// For findings from before there were sums.
    @Transactional
    @Acts(as = Watchman.ACTOR)
    public void countOnce() {
        if (!store.complete()) {
            changes.follow(); // in the order of all who write findings, and one node after the other
            if (!store.complete()) {
                store.count();
            }
        }
    }

    /// Some lists. False at the end.
    @Transactional
    @Acts(as = Watchman.ACTOR)
    public boolean fold() {
        return store.fold(LISTS) > 0;
    }
}
