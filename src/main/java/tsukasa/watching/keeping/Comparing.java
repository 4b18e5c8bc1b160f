package tsukasa.watching.keeping;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tsukasa.vulnerability.Entries;
import tsukasa.vulnerability.EntryHead;
import tsukasa.vulnerability.Standing;
import tsukasa.vulnerability.Verdict;
import tsukasa.vulnerability.Verdict.Answer;
import tsukasa.watching.Fact;
import tsukasa.watching.FindingState;
import tsukasa.watching.WatchNews;
import tsukasa.watching.WatchRound.Followed;
import tsukasa.watching.keeping.Change.Fresh;
import tsukasa.watching.keeping.Change.Known;

/// Holds what is said now against the findings there are. That something became affected, and that a fact of it
/// changed, are different happenings; what no longer matches is closed with the reason.
@Component
class Comparing {
    private static final int AT_ONCE = 20_000;
    private final Entries entries;
    private final ItemStore items;
    private final ChangeStore store;
    private final Clock clock;

    Comparing(Entries entries, ItemStore items, ChangeStore store, Clock clock) {
        this.entries = entries;
        this.items = items;
        this.store = store;
        this.clock = clock;
    }

    /// @param verdicts by item and entry, of what was asked
    /// @param findings all there are of what was asked
    /// @param tell     whether owners hear of it
    Followed compare(
            List<Watched> watched, Map<Long, Map<Long, Verdict>> verdicts, List<Known> findings, boolean tell) {
        Map<Long, Map<Long, Known>> known = new HashMap<>();
        findings.forEach(
                one -> known.computeIfAbsent(one.item(), _ -> new HashMap<>()).put(one.entry(), one));
        Map<Long, EntryHead> heads = heads(verdicts, known);
        Map<Verdict, Judged> judged = new IdentityHashMap<>();
        List<Fresh> fresh = new ArrayList<>();
        List<Change> changed = new ArrayList<>();
        for (Watched item : watched) {
            Map<Long, Known> before = known.getOrDefault(item.item(), Map.of());
            Map<Long, Verdict> now = verdicts.getOrDefault(item.item(), Map.of());
            now.forEach((entry, verdict) -> {
                EntryHead head = heads.get(entry);
                if (head != null && verdict.answer() != Answer.NOT_AFFECTED && !before.containsKey(entry)) {
                    fresh.add(new Fresh(item, entry, judged.computeIfAbsent(verdict, said -> Judged.of(head, said))));
                }
            });
            before.forEach((entry, kept) -> {
                Change change = change(kept, heads.get(entry), now.get(entry), tell, judged);
                if (change != null) {
                    changed.add(change);
                }
            });
        }
        items.known(verdicts.entrySet().stream()
                .filter(each -> !each.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList());
        Instant at = clock.instant();
        for (int from = 0; from < fresh.size(); from += AT_ONCE) {
            store.add(fresh.subList(from, Math.min(fresh.size(), from + AT_ONCE)), tell, at);
        }
        for (int from = 0; from < changed.size(); from += AT_ONCE) {
            store.change(changed.subList(from, Math.min(changed.size(), from + AT_ONCE)), at);
        }
        return new Followed(0, 0, fresh.size(), changed.size());
    }

    private Map<Long, EntryHead> heads(Map<Long, Map<Long, Verdict>> verdicts, Map<Long, Map<Long, Known>> known) {
        Set<Long> wanted = new HashSet<>();
        verdicts.values()
                .forEach(its -> its.forEach((entry, verdict) -> {
                    if (verdict.answer() != Answer.NOT_AFFECTED) {
                        wanted.add(entry);
                    }
                }));
        known.values().forEach(its -> wanted.addAll(its.keySet()));
        Map<Long, EntryHead> heads = new HashMap<>();
        entries.heads(wanted).forEach(head -> heads.put(head.id(), head));
        return heads;
    }

    /// Null where nothing is different.
    private static @Nullable Change change(
            Known kept, @Nullable EntryHead head, @Nullable Verdict verdict, boolean tell, Map<Verdict, Judged> known) {
        if (head == null || verdict == null || verdict.answer() == Answer.NOT_AFFECTED) {
            return kept.state() == FindingState.GONE
                    ? null
                    : new Change(
                            kept,
                            null,
                            FindingState.GONE,
                            Set.of(why(head, verdict)),
                            tell && kept.state().waiting() ? WatchNews.Kind.GONE : null);
        }
        Judged judged = known.computeIfAbsent(verdict, said -> Judged.of(head, said));
        if (kept.state() == FindingState.GONE) {
            return new Change(kept, judged, FindingState.OPEN, Set.of(), tell ? WatchNews.Kind.NEW : null);
        }
        if (judged.equals(kept.judged())) {
            return null;
        }
        Set<Fact> facts = judged.changed(kept.judged());
        return new Change(kept, judged, null, facts, tell && heard(kept, facts) ? WatchNews.Kind.CHANGED : null);
    }

    /// Whoever decided about a finding hears of it again only once it is known to be exploited.
    private static boolean heard(Known kept, Set<Fact> facts) {
        return kept.state().waiting() ? !facts.isEmpty() : facts.contains(Fact.EXPLOITED);
    }

    private static Fact why(@Nullable EntryHead head, @Nullable Verdict verdict) {
        if (head == null || head.standing() == Standing.REJECTED) {
            return Fact.REJECTED;
        }
        return verdict == null ? Fact.NOT_NAMED : Fact.RULED_OUT;
    }
}
