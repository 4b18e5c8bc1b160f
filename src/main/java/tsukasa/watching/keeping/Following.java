package tsukasa.watching.keeping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
    private static final int ITEMS = 10_000;
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
        Map<Long, List<Known>> known = known(concerned, ids);
        Followed done = new Followed(changed.size(), concerned.size(), 0, 0);
        for (int begin = 0; begin < concerned.size(); begin += ITEMS) {
            done = done.and(judge(concerned.subList(begin, Math.min(concerned.size(), begin + ITEMS)), ids, known));
        }
        store.followed(changed.getLast());
        return done;
    }

    /// Findings in lists that are on their way out stay as they are.
    private Map<Long, List<Known>> known(List<Watched> watched, Set<Long> about) {
        Map<Long, List<Known>> known = new HashMap<>();
        watched.forEach(item -> known.put(item.item(), List.of()));
        store.about(
                about,
                finding -> known.computeIfPresent(finding.item(), (_, its) -> {
                    List<Known> more = its.isEmpty() ? new ArrayList<>(1) : its;
                    more.add(finding);
                    return more;
                }));
        return known;
    }

    private Followed judge(List<Watched> watched, Set<Long> about, Map<Long, List<Known>> known) {
        return comparing.compare(
                watched,
                judging.judge(watched, about),
                watched.stream()
                        .flatMap(item -> known.getOrDefault(item.item(), List.of()).stream())
                        .toList(),
                true);
    }
}
