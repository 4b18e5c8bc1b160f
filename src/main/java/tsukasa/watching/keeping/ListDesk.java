package tsukasa.watching.keeping;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tsukasa.identity.Secret;
import tsukasa.kernel.Language;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Text;
import tsukasa.kernel.database.Acts;
import tsukasa.watching.BillDifference;
import tsukasa.watching.Letters;
import tsukasa.watching.NewItem;
import tsukasa.watching.WatchList;
import tsukasa.watching.WatchLists;
import tsukasa.watching.WatchedBill;

/// Keeps lists. Whose list it is, is decided in `owned` and nowhere else.
@Service
@Transactional
class ListDesk implements WatchLists {
    private static final int DAYS_OF_NEWS = 180;
    private final ListStore lists;
    private final ItemStore items;
    private final BillStore bills;
    private final Replacing replacing;
    private final ChangeStore changes;
    private final Judging judging;
    private final WholeLists whole;
    private final Clock clock;

    ListDesk(
            ListStore lists,
            ItemStore items,
            BillStore bills,
            Replacing replacing,
            ChangeStore changes,
            Judging judging,
            WholeLists whole,
            Clock clock) {
        this.lists = lists;
        this.items = items;
        this.bills = bills;
        this.replacing = replacing;
        this.changes = changes;
        this.judging = judging;
        this.whole = whole;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<WatchList> of(UUID owner) {
        return lists.of(owner, false);
    }

    @Override
    @Transactional(readOnly = true)
    public List<WatchList> removed(UUID owner) {
        Instant earliest = clock.instant().minus(Duration.ofDays(DAYS_TO_TAKE_BACK));
        return lists.of(owner, true).stream()
                .filter(list -> list.removedAt() != null && list.removedAt().isAfter(earliest))
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<WatchList> find(UUID owner, UUID list) {
        return lists.find(owner, list).filter(found -> found.removedAt() == null);
    }

    private WatchList owned(UUID owner, UUID list) {
        return find(owner, list).orElseThrow(ListDesk::unknown);
    }

    private static Problem unknown() {
        return Problem.notFound(Text.of("その見守りリストはありません。", "There is no such watch list."));
    }

    @Override
    public WatchList make(UUID owner, String name, String note, Language language) {
        lists.makeInTurn(owner);
        if (lists.of(owner, false).size() >= MOST_LISTS) {
            throw new Problem(
                    Problem.Kind.UNPROCESSABLE,
                    Text.of(
                            "見守りリストは、1人" + MOST_LISTS + "個までです。",
                            "One person can keep at most " + MOST_LISTS + " watch lists."),
                    Text.of("使わないリストを消してください。", "Remove a list that you no longer use."));
        }
        return lists.make(owner, name, note, language, clock.instant());
    }

    @Override
    public void describe(UUID owner, UUID list, int version, String name, String note) {
        owned(owner, list);
        if (!lists.describe(list, version, name, note)) {
            throw new Problem(
                    Problem.Kind.CONFLICT,
                    Text.of("このリストは、別の画面で変わりました。", "This list was changed in another window."),
                    Text.of("開き直してから、もう一度変えてください。", "Open it again, then make your change."));
        }
    }

    @Override
    public void tell(UUID owner, UUID list, Letters letters, Language language) {
        owned(owner, list);
        lists.tell(list, letters, language);
    }

    @Override
    public void hook(UUID owner, UUID list, @Nullable UUID target) {
        owned(owner, list);
        lists.hook(list, target);
    }

    @Override
    public void remove(UUID owner, UUID list) {
        owned(owner, list);
        lists.hook(list, null);
        lists.removed(list, clock.instant());
    }

    @Override
    public void takeBack(UUID owner, UUID list) {
        if (removed(owner).stream().noneMatch(one -> one.id().equals(list))) {
            throw unknown();
        }
        changes.hold();
        lists.removed(list, null);
        judgeWhole(list);
    }

    @Override
    public String openFeed(UUID owner, UUID list) {
        owned(owner, list);
        Secret secret = Secret.fresh();
        lists.feed(list, secret.hash(), clock.instant());
        return secret.text();
    }

    @Override
    public void closeFeed(UUID owner, UUID list) {
        owned(owner, list);
        lists.feed(list, null, null);
    }

    @Override
    @Transactional(readOnly = true)
    @Acts(as = Watchman.ACTOR)
    public Optional<WatchList> fed(String secret) {
        return Secret.parse(secret).flatMap(known -> lists.fed(known.hash()));
    }

    @Override
    @Transactional(readOnly = true)
    public Items items(UUID owner, UUID list, String words, int page, int size) {
        owned(owner, list);
        return new Items(
                items.list(list, words, (long) (Math.max(1, page) - 1) * size, size), items.count(list, words));
    }

    @Override
    @Transactional(readOnly = true)
    public long size(UUID owner, UUID list) {
        owned(owner, list);
        return items.count(list);
    }

    @Override
    @Transactional(readOnly = true)
    public List<WatchedBill> bills(UUID owner, UUID list) {
        owned(owner, list);
        return bills.of(list);
    }

    /// Followers wait meanwhile: what changes after this was judged is followed with the new items there.
    @Override
    public Added add(UUID owner, UUID list, List<NewItem> wanted, @Nullable WatchedBill bill) {
        begin(owner, list);
        if (bill != null) {
            anotherBill(list);
        }
        Long from = bill == null ? null : bills.add(list, owner, bill);
        Map<String, NewItem> apart = Names.byDigest(wanted);
        Map<String, Long> added = items.add(list, owner, from, List.copyOf(apart.values()), clock.instant());
        fits(items.count(list));
        Map<Long, Set<String>> names = new LinkedHashMap<>();
        apart.forEach((digest, item) -> {
            Long id = added.get(digest);
            if (id != null) {
                names.put(id, judging.productNames(item.names()));
            }
        });
        items.named(owner, names);
        List<Watched> fresh = items.numbered(names.keySet());
        long findings = fresh.stream().anyMatch(Watched::byCpe) ? judgeWhole(list) : whole.judge(fresh);
        return new Added(names.size(), wanted.size() - names.size(), findings);
    }

    private void begin(UUID owner, UUID list) {
        owned(owner, list);
        changes.hold();
        lists.makeInTurn(owner);
    }

    private void anotherBill(UUID list) {
        if (bills.count(list) >= MOST_BILLS) {
            throw new Problem(
                    Problem.Kind.UNPROCESSABLE,
                    Text.of(
                            "1つのリストに入れられる SBOM は、" + MOST_BILLS + "個までです。",
                            "A list holds at most " + MOST_BILLS + " SBOMs."),
                    Text.of("古い SBOM を取り替えるか、外してください。", "Replace or remove an old one."));
        }
    }

    static void fits(long many) {
        if (many > MOST_ITEMS) {
            throw new Problem(
                    Problem.Kind.UNPROCESSABLE,
                    Text.of(
                            "1つのリストに入れられる製品は、" + MOST_ITEMS + "個までです。",
                            "A list holds at most " + MOST_ITEMS + " products."),
                    Text.of("リストを分けてください。", "Use more than one list."));
        }
    }

    /// What came or went may be the platform of another item.
    private int judgeWhole(UUID list) {
        return whole.judge(items.of(list));
    }

    @Override
    public boolean removeItem(UUID owner, UUID list, long item) {
        owned(owner, list);
        changes.hold();
        List<Watched> gone = new ArrayList<>(items.numbered(List.of(item)));
        boolean there = items.remove(list, item);
        if (there && gone.stream().anyMatch(Watched::byCpe)) {
            judgeWhole(list);
        }
        return there;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Leaving> leavingItem(UUID owner, UUID list, long item) {
        owned(owner, list);
        return bills.leaving(list, 0, item);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Leaving> leavingBill(UUID owner, UUID list, long bill) {
        owned(owner, list);
        return bills.leaving(list, bill, 0);
    }

    @Override
    public boolean removeBills(UUID owner, UUID list, Set<Long> wanted) {
        begin(owner, list);
        Set<Long> there = bills.there(list, wanted);
        if (there.isEmpty()) {
            return false;
        }
        List<BillStore.Held> held = bills.held(list, there);
        bills.leave(list, held.stream().map(BillStore.Held::item).toList(), there);
        bills.remove(list, there);
        if (held.stream().anyMatch(BillStore.Held::alone)) {
            judgeWhole(list);
        }
        return true;
    }

    @Override
    @Transactional(readOnly = true)
    public BillDifference difference(UUID owner, UUID list, Set<Long> wanted, List<NewItem> items) {
        owned(owner, list);
        return replacing.difference(list, there(list, wanted), items);
    }

    private TreeSet<Long> there(UUID list, Set<Long> wanted) {
        TreeSet<Long> there = bills.there(list, wanted);
        if (there.size() < wanted.size()) {
            throw Problem.notFound(Text.of("その SBOM は、リストにありません。", "There is no such SBOM in the list."));
        }
        return there;
    }

    @Override
    public Replaced replace(UUID owner, UUID list, Set<Long> wanted, List<NewItem> items, WatchedBill bill) {
        begin(owner, list);
        TreeSet<Long> there = there(list, wanted);
        if (there.isEmpty()) {
            anotherBill(list);
        }
        return replacing.replace(list, owner, there, items, bill);
    }

    @Acts(as = Watchman.ACTOR)
    public void clearAway() {
        Instant now = clock.instant();
        lists.clearAway(now.minus(Duration.ofDays(DAYS_TO_TAKE_BACK)), now.minus(Duration.ofDays(DAYS_OF_NEWS)));
    }
}
