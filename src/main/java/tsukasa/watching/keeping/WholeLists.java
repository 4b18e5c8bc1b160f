package tsukasa.watching.keeping;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tsukasa.vulnerability.Entries;
import tsukasa.vulnerability.EntryHead;
import tsukasa.vulnerability.Verdict;
import tsukasa.watching.WatchRound.Followed;
import tsukasa.watching.keeping.DifferenceStore.Difference;

/// Judges items that lie side by side about everything, some of them at a time: what is said of a large list of popular
/// products is never held in memory as a whole.
@Component
class WholeLists {
    private static final int VERDICTS = 20_000;
    private static final int HEADS = 50_000;
    private final Judging judging;
    private final Entries entries;
    private final ItemStore items;
    private final DifferenceStore differences;
    private final Comparing comparing;

    WholeLists(Judging judging, Entries entries, ItemStore items, DifferenceStore differences, Comparing comparing) {
        this.judging = judging;
        this.entries = entries;
        this.items = items;
        this.differences = differences;
        this.comparing = comparing;
    }

    /// How many findings are new. Nobody is told: whoever caused it sees it at once.
    int judge(List<Watched> watched) {
        Some some = new Some(watched);
        judging.whole(watched, some::take);
        some.write(watched.size());
        return some.fresh;
    }

    private final class Some {
        private final List<Watched> watched;
        private final Map<Long, EntryHead> heads = new HashMap<>();
        private final Map<Long, Map<Long, Verdict>> verdicts = new HashMap<>();
        private int many;
        private int written;
        private int fresh;

        Some(List<Watched> watched) {
            this.watched = watched;
        }

        void take(int place, Map<Long, Verdict> its) {
            if (many + its.size() > VERDICTS) {
                write(place);
            }
            verdicts.put(watched.get(place).item(), its);
            many += its.size();
        }

        /// All before this place, be anything said of them or not.
        void write(int until) {
            List<Long> scope =
                    watched.subList(written, until).stream().map(Watched::item).toList();
            Set<Long> wanted = new HashSet<>();
            verdicts.values().forEach(its -> wanted.addAll(its.keySet()));
            readHeads(wanted);
            Said said = new Said();
            verdicts.forEach((item, its) -> its.forEach((entry, verdict) -> {
                Judged judged = Judged.of(heads.get(entry), verdict);
                if (judged != null) {
                    said.of(item, entry, judged);
                }
            }));
            items.known(verdicts.keySet());
            List<Difference> different = differences.ofItems(scope, said);
            readHeads(different.stream()
                    .filter(one -> one.said() == null)
                    .map(Difference::entry)
                    .collect(Collectors.toSet()));
            Followed done = comparing.write(
                    different,
                    said,
                    one -> Judged.why(
                            heads.get(one.entry()),
                            verdicts.getOrDefault(one.item(), Map.of()).get(one.entry())),
                    false);
            fresh += done.fresh();
            written = until;
            if (heads.size() > HEADS) {
                heads.clear();
            }
            verdicts.clear();
            many = 0;
        }

        private void readHeads(Set<Long> of) {
            List<Long> missing =
                    of.stream().filter(entry -> !heads.containsKey(entry)).toList();
            if (!missing.isEmpty()) {
                entries.heads(missing).forEach(head -> heads.put(head.id(), head));
            }
        }
    }
}
