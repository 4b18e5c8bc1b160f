package tsukasa.watching.keeping;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tsukasa.kernel.database.Acts;
import tsukasa.vulnerability.ChangedEntries;
import tsukasa.vulnerability.ChangedEntries.Place;
import tsukasa.watching.WatchRound.Followed;
import tsukasa.watching.keeping.Change.Known;

/// Follows the changes of the database: what a part of them means for the lists that they concern, the news of it, and
/// how far was followed are written in one transaction. So nothing is lost and nothing happens twice.
@Component
class Following {
    private static final int ENTRIES = 500;
    private final ChangedEntries changes;
    private final ItemStore items;
    private final ChangeStore store;
    private final Judging judging;
    private final Comparing comparing;

    Following(ChangedEntries changes, ItemStore items, ChangeStore store, Judging judging, Comparing comparing) {
        this.changes = changes;
        this.items = items;
        this.store = store;
        this.judging = judging;
        this.comparing = comparing;
    }

    /// One part. Nothing at the end.
    @Transactional
    @Acts(as = Watchman.ACTOR)
    public Followed part() {
        Place from = store.follow();
        List<Place> changed = changes.after(from, ENTRIES);
        if (changed.isEmpty()) {
            return Followed.NOTHING;
        }
        if (!items.any()) {
            store.followed(changes.newest());
            return Followed.NOTHING;
        }
        Set<Long> ids = new LinkedHashSet<>();
        changed.forEach(place -> ids.add(place.entry()));
        Set<String> names = new HashSet<>();
        changes.products(ids).values().forEach(names::addAll);
        List<Watched> concerned = items.concerned(names, ids);
        Followed done = judge(concerned, ids);
        store.followed(changed.getLast());
        return done.and(new Followed(changed.size(), concerned.size(), 0, 0));
    }

    /// Findings in lists that are on their way out stay as they are.
    private Followed judge(List<Watched> watched, Set<Long> about) {
        Set<Long> items = new HashSet<>();
        watched.forEach(item -> items.add(item.item()));
        List<Known> known = store.about(about).stream()
                .filter(finding -> items.contains(finding.item()))
                .toList();
        return comparing.compare(watched, judging.judge(watched, about), known, true);
    }
}
