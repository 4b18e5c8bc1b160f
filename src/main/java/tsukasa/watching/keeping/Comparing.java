package tsukasa.watching.keeping;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tsukasa.watching.Fact;
import tsukasa.watching.FindingState;
import tsukasa.watching.WatchNews;
import tsukasa.watching.WatchRound.Followed;
import tsukasa.watching.keeping.Change.Fresh;
import tsukasa.watching.keeping.Change.Known;
import tsukasa.watching.keeping.DifferenceStore.Difference;

/// Writes down what differs from the findings there are. That something became affected, and that a fact of it
/// changed, are different happenings; what no longer matches is closed with the reason.
@Component
class Comparing {
    private static final int AT_ONCE = 20_000;
    private final ChangeStore store;
    private final Clock clock;

    Comparing(ChangeStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /// @param said what the differences tell by number
    /// @param why  of what no longer matches
    /// @param tell whether owners hear of it
    Followed write(List<Difference> differences, Said said, Function<Difference, Fact> why, boolean tell) {
        List<Judged> judged = said.judged();
        Instant at = clock.instant();
        int fresh = 0;
        int changed = 0;
        if (differences.size() > AT_ONCE) {
            store.hold(differences.stream()
                    .filter(each -> !each.fresh())
                    .map(each -> new Place(each.item(), each.entry()))
                    .toList());
        }
        for (int from = 0; from < differences.size(); from += AT_ONCE) {
            List<Difference> some = differences.subList(from, Math.min(differences.size(), from + AT_ONCE));
            fresh += add(some, judged, tell, at);
            changed += change(some, judged, why, tell, at);
        }
        return new Followed(0, 0, fresh, changed);
    }

    private int add(List<Difference> differences, List<Judged> judged, boolean tell, Instant at) {
        List<Fresh> fresh = new ArrayList<>();
        for (Difference each : differences) {
            Judged now = now(each, judged);
            if (each.fresh() && now != null) {
                fresh.add(new Fresh(each.item(), each.list(), each.owner(), each.entry(), now));
            }
        }
        store.add(fresh, tell, at);
        return fresh.size();
    }

    private static @Nullable Judged now(Difference difference, List<Judged> judged) {
        return difference.said() == null ? null : judged.get(difference.said() - 1);
    }

    /// Findings are held before they are looked at: what their owners decided is known, and what they decide from now
    /// on
    /// waits.
    private int change(
            List<Difference> differences,
            List<Judged> judged,
            Function<Difference, Fact> why,
            boolean tell,
            Instant at) {
        Map<Place, Difference> different = new HashMap<>();
        differences.stream()
                .filter(each -> !each.fresh())
                .forEach(each -> different.put(new Place(each.item(), each.entry()), each));
        if (different.isEmpty()) {
            return 0;
        }
        List<Change> changes = new ArrayList<>();
        store.held(different.keySet().stream().toList(), kept -> {
            Difference each = Objects.requireNonNull(different.get(new Place(kept.item(), kept.entry())));
            Judged now = now(each, judged);
            Change change = now == null ? gone(kept, why.apply(each), tell) : change(kept, now, tell);
            if (change != null) {
                changes.add(change);
            }
        });
        store.change(changes, at);
        return changes.size();
    }

    /// Where a finding is.
    record Place(long item, long entry) {}

    private static @Nullable Change gone(Known kept, Fact why, boolean tell) {
        return kept.state() == FindingState.GONE
                ? null
                : new Change(
                        kept,
                        null,
                        FindingState.GONE,
                        Set.of(why),
                        tell && kept.state().waiting() ? WatchNews.Kind.GONE : null);
    }

    /// Null where nothing is different.
    private static @Nullable Change change(Known kept, Judged judged, boolean tell) {
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
}
