package tsukasa.watching.keeping;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tsukasa.kernel.database.Acts;
import tsukasa.vulnerability.ChangedEntries;
import tsukasa.vulnerability.ChangedEntries.Place;
import tsukasa.vulnerability.Entries;
import tsukasa.vulnerability.EntryHead;
import tsukasa.vulnerability.Verdict;
import tsukasa.watching.WatchRound.Followed;
import tsukasa.watching.keeping.DifferenceStore.Difference;

/// Follows the changes of the database: what a part of them means for the lists that they concern, the news of it, and
/// how far was followed are written in one transaction. So nothing is lost and nothing happens twice.
@Component
class Following {
    private static final int ENTRIES = 500;
    private static final int ITEMS = 25_000;
    private final ChangedEntries changes;
    private final Entries entries;
    private final ItemStore items;
    private final ChangeStore store;
    private final DifferenceStore differences;
    private final Judging judging;
    private final Beside beside;
    private final Comparing comparing;

    Following(
            ChangedEntries changes,
            Entries entries,
            ItemStore items,
            ChangeStore store,
            DifferenceStore differences,
            Judging judging,
            Beside beside,
            Comparing comparing) {
        this.changes = changes;
        this.entries = entries;
        this.items = items;
        this.store = store;
        this.differences = differences;
        this.judging = judging;
        this.beside = beside;
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
        List<Named> concerned = items.concerned(names, ids);
        Map<Long, EntryHead> heads = new HashMap<>();
        entries.heads(ids).forEach(head -> heads.put(head.id(), head));
        Map<Long, Set<String>> configured = changes.configured(ids);
        Followed done = new Followed(
                changed.size(), (int) concerned.stream().mapToLong(Named::items).sum(), 0, 0);
        for (int begin = 0; begin < concerned.size(); ) {
            int end = end(concerned, begin);
            done = done.and(judge(concerned.subList(begin, end), ids, heads, configured));
            begin = end;
        }
        store.followed(changed.getLast());
        return done;
    }

    /// So many that what they mean stays within bounds.
    private static int end(List<Named> concerned, int begin) {
        long many = 0;
        int end = begin;
        while (end < concerned.size()
                && (end == begin || many + concerned.get(end).items() <= ITEMS)) {
            many += concerned.get(end++).items();
        }
        return end;
    }

    private Followed judge(
            List<Named> named, Set<Long> about, Map<Long, EntryHead> heads, Map<Long, Set<String>> configured) {
        Map<String, Map<Long, Verdict>> alone = judging.alone(named, about);
        Map<String, Set<Long>> depending = depending(alone, configured);
        Map<Long, Map<Long, Verdict>> inLists =
                depending.isEmpty() ? Map.of() : beside.judge(named, depending, configured);
        Said said = new Said();
        alone.forEach((digest, its) -> its.forEach((entry, verdict) -> {
            boolean inList = depending.getOrDefault(digest, Set.of()).contains(entry);
            Judged judged = inList ? null : Judged.of(heads.get(entry), verdict);
            if (judged != null) {
                said.of(digest, entry, judged);
            }
        }));
        inLists.forEach((item, its) -> its.forEach((entry, verdict) -> {
            Judged judged = Judged.of(heads.get(entry), verdict);
            if (judged != null) {
                said.of(item, entry, judged);
            }
        }));
        items.knownByNames(named.stream()
                .filter(each -> !each.known() && alone.containsKey(each.digest()))
                .map(Named::digest)
                .toList());
        List<Difference> different =
                differences.ofNames(named.stream().map(Named::digest).toList(), about, said);
        return comparing.write(
                different, said, one -> Judged.why(heads.get(one.entry()), verdict(one, alone, inLists)), true);
    }

    /// By digest of names, the entries about which something else in a list may decide.
    private static Map<String, Set<Long>> depending(
            Map<String, Map<Long, Verdict>> alone, Map<Long, Set<String>> configured) {
        Map<String, Set<Long>> about = new HashMap<>();
        alone.forEach((digest, its) -> its.forEach((entry, verdict) -> {
            if (verdict.besideOthers() || verdict.open() && configured.containsKey(entry)) {
                about.computeIfAbsent(digest, _ -> new HashSet<>()).add(entry);
            }
        }));
        return about;
    }

    private static @Nullable Verdict verdict(
            Difference one, Map<String, Map<Long, Verdict>> alone, Map<Long, Map<Long, Verdict>> inLists) {
        Verdict beside = inLists.getOrDefault(one.item(), Map.of()).get(one.entry());
        return beside != null
                ? beside
                : alone.getOrDefault(one.digest(), Map.of()).get(one.entry());
    }
}
