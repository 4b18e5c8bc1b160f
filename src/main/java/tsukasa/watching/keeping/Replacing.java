package tsukasa.watching.keeping;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tsukasa.watching.BillDifference;
import tsukasa.watching.FindingState;
import tsukasa.watching.Justification;
import tsukasa.watching.NewItem;
import tsukasa.watching.WatchLists.Replaced;
import tsukasa.watching.WatchedBill;
import tsukasa.watching.keeping.BillStore.Held;
import tsukasa.watching.keeping.CarryStore.Carried;
import tsukasa.watching.keeping.Replacement.Piece;

/// Puts a bill of materials in the place of others. What is the same keeps its findings and is not judged by itself.
@Component
class Replacing {
    /// What holds for a product whatever its version: that somebody looks at it, that it does not matter here, that the
    /// risk is taken. That it was put right does not hold for a version that is affected.
    static final Set<FindingState> HOLD =
            Set.of(FindingState.REVIEWED, FindingState.NOT_AFFECTED, FindingState.ACCEPTED);

    /// Of a version, that its code is free of the fault; the next one is built anew.
    static final Set<Justification> OF_A_VERSION = Set.of(Justification.VULNERABLE_CODE_NOT_PRESENT);

    private final BillStore bills;
    private final ItemStore items;
    private final CarryStore carrying;
    private final Judging judging;
    private final WholeLists whole;
    private final Clock clock;

    Replacing(BillStore bills, ItemStore items, CarryStore carrying, Judging judging, WholeLists whole, Clock clock) {
        this.bills = bills;
        this.items = items;
        this.carrying = carrying;
        this.judging = judging;
        this.whole = whole;
        this.clock = clock;
    }

    BillDifference difference(UUID list, Set<Long> old, Collection<NewItem> wanted) {
        List<Held> before = bills.held(list, old);
        Map<String, NewItem> after = Names.byDigest(wanted);
        List<Piece> came = new ArrayList<>();
        coming(before, after)
                .forEach((_, item) ->
                        came.add(new Piece(0, item.title(), item.version(), judging.productNames(item.names()))));
        return new Replacement(pieces(leaving(before, after)), came).difference(kept(before, after));
    }

    private static Map<String, NewItem> coming(List<Held> before, Map<String, NewItem> after) {
        Map<String, NewItem> coming = new java.util.LinkedHashMap<>(after);
        before.forEach(held -> coming.remove(held.digest()));
        return coming;
    }

    private static List<Held> leaving(List<Held> before, Map<String, NewItem> after) {
        return before.stream().filter(held -> !after.containsKey(held.digest())).toList();
    }

    private static int kept(List<Held> before, Map<String, NewItem> after) {
        return (int)
                before.stream().filter(held -> after.containsKey(held.digest())).count();
    }

    private static List<Piece> pieces(List<Held> held) {
        return held.stream()
                .map(one -> new Piece(one.item(), one.title(), one.version(), one.names()))
                .toList();
    }

    /// The list must be held, and its followers held back.
    ///
    /// @param old bills of the list; none where this one is new
    Replaced replace(UUID list, UUID owner, TreeSet<Long> old, Collection<NewItem> wanted, WatchedBill bill) {
        List<Held> before = bills.held(list, old);
        Map<String, NewItem> after = Names.byDigest(wanted);
        List<Held> leaving = leaving(before, after);
        List<Long> gone = leaving.stream().filter(Held::alone).map(Held::item).toList();
        long number = number(list, owner, old, bill);
        Map<String, Long> fresh = items.add(list, owner, number, List.copyOf(after.values()), clock.instant());
        ListDesk.fits(items.count(list) - gone.size());
        Map<Long, Set<String>> names = named(owner, fresh, after);
        Replacement replacement = new Replacement(pieces(leaving), came(before, after, fresh, names));
        long findings = judge(list, names.keySet(), gone);
        Carried carried = carry(replacement, names.keySet());
        bills.leave(list, leaving.stream().map(Held::item).toList(), old);
        unite(list, before, old, number);
        return new Replaced(
                replacement.difference(before.size() - leaving.size()),
                leaving.size() - gone.size(),
                findings,
                carried.decisions(),
                carried.undecided());
    }

    private long number(UUID list, UUID owner, TreeSet<Long> old, WatchedBill bill) {
        if (old.isEmpty()) {
            return bills.add(list, owner, bill);
        }
        bills.describe(list, old.getFirst(), bill);
        return old.getFirst();
    }

    private Map<Long, Set<String>> named(UUID owner, Map<String, Long> fresh, Map<String, NewItem> after) {
        Map<Long, Set<String>> names = new HashMap<>();
        fresh.forEach((digest, id) -> {
            NewItem item = after.get(digest);
            names.put(id, item == null ? Set.of() : judging.productNames(item.names()));
        });
        items.named(owner, names);
        return names;
    }

    private List<Piece> came(
            List<Held> before, Map<String, NewItem> after, Map<String, Long> fresh, Map<Long, Set<String>> names) {
        List<Piece> came = new ArrayList<>();
        coming(before, after).forEach((digest, item) -> {
            long id = fresh.getOrDefault(digest, 0L);
            came.add(new Piece(
                    id,
                    item.title(),
                    item.version(),
                    id == 0 ? judging.productNames(item.names()) : names.getOrDefault(id, Set.of())));
        });
        return came;
    }

    /// What goes is the platform of nothing any more.
    private int judge(UUID list, Set<Long> fresh, Collection<Long> gone) {
        List<Watched> all = items.of(list);
        Set<Long> going = new HashSet<>(gone);
        boolean together =
                all.stream().anyMatch(one -> one.byCpe() && (fresh.contains(one.item()) || going.contains(one.item())));
        return whole.judge(all.stream()
                .filter(one -> together ? !going.contains(one.item()) : fresh.contains(one.item()))
                .toList());
    }

    private Carried carry(Replacement replacement, Set<Long> fresh) {
        Instant now = clock.instant();
        List<Map.Entry<Integer, Long>> to = replacement.came().stream()
                .filter(one -> fresh.contains(one.getValue()))
                .toList();
        return to.isEmpty() ? new Carried(0, 0) : carrying.carry(replacement.left(), to, HOLD, OF_A_VERSION, now);
    }

    private void unite(UUID list, List<Held> before, TreeSet<Long> old, long number) {
        Set<Long> others = new TreeSet<>(old);
        others.remove(number);
        if (!others.isEmpty()) {
            bills.become(list, before.stream().map(Held::item).toList(), others, number);
            bills.remove(list, others);
        }
    }
}
