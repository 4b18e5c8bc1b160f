package tsukasa.watching;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.Language;

/// The watch lists of people. Whoever asks says for whom: a list of somebody else is not there. Row policies hold the
/// same.
public interface WatchLists {
    int MOST_LISTS = 50;
    int MOST_ITEMS = 10_000;
    int MOST_BILLS = 100;
    int DAYS_TO_TAKE_BACK = 30;

    /// In use, the oldest first.
    List<WatchList> of(UUID owner);

    /// Removed lists that can still be taken back.
    List<WatchList> removed(UUID owner);

    Optional<WatchList> find(UUID owner, UUID list);

    /// A `Problem` where there are too many already.
    WatchList make(UUID owner, String name, String note, Language language);

    /// @param version as it was seen; a `Problem` where it changed since
    void describe(UUID owner, UUID list, int version, String name, String note);

    void tell(UUID owner, UUID list, Letters letters, Language language);

    /// @param target where happenings are handed to from now on, null for nowhere
    void hook(UUID owner, UUID list, @Nullable UUID target);

    /// It is watched no longer, and tells no webhook; taken back within thirty days it is else as it was, and judged
    /// anew.
    void remove(UUID owner, UUID list);

    void takeBack(UUID owner, UUID list);

    /// The secret of a new address of its feed, shown this once; an address before it is dead.
    String openFeed(UUID owner, UUID list);

    void closeFeed(UUID owner, UUID list);

    /// The list that this secret of a feed opens.
    Optional<WatchList> fed(String secret);

    /// @param words a part of the title, empty for all
    Items items(UUID owner, UUID list, String words, int page, int size);

    /// How many items there are.
    long size(UUID owner, UUID list);

    List<WatchedBill> bills(UUID owner, UUID list);

    /// Adds what is not there yet, and finds what concerns it now. What is there has one more reason to be.
    ///
    /// @param bill what they came with; null for items added by hand
    Added add(UUID owner, UUID list, List<NewItem> items, @Nullable WatchedBill bill);

    /// What would go with an item; nothing goes. None when there is no such item.
    Optional<Leaving> leavingItem(UUID owner, UUID list, long item);

    /// What would go with a bill; nothing goes. None when there is no such bill.
    Optional<Leaving> leavingBill(UUID owner, UUID list, long bill);

    /// Whatever it came with. False when there was none.
    boolean removeItem(UUID owner, UUID list, long item);

    /// With those of its parts that are in the list for no other reason. False when there was none of them.
    boolean removeBills(UUID owner, UUID list, Set<Long> bills);

    /// What [#replace] would change; nothing is changed.
    BillDifference difference(UUID owner, UUID list, Set<Long> bills, List<NewItem> items);

    /// These bills become this one, under the number of the first. What both have stays with its findings; decisions
    /// on a version that left are carried over to the version of the same product that came, as far as they hold.
    ///
    /// @param bills of the list; none for a bill that is new
    Replaced replace(UUID owner, UUID list, Set<Long> bills, List<NewItem> items, WatchedBill bill);

    /// @param total all of them, not only these
    record Items(List<WatchedItem> items, long total) {
        public Items {
            items = List.copyOf(items);
        }
    }

    /// @param added    how many are new
    /// @param same     how many were there already
    /// @param findings how many entries concern the new ones
    record Added(int added, int same, long findings) {}

    /// @param title    of the item, or the file of the bill
    /// @param products how many go
    /// @param staying  how many stay, because another bill has them or they were added by hand
    /// @param findings how many go with them
    /// @param decided  of these, how many their owner decided about
    record Leaving(String title, int products, int staying, long findings, long decided) {}

    /// @param staying   parts that are in the bill no longer, but in the list for another reason
    /// @param findings  how many entries concern what is new in the list
    /// @param carried   decisions that hold for the new version, too
    /// @param undecided decisions that do not: the finding is open again, and tells why
    record Replaced(BillDifference difference, int staying, long findings, long carried, long undecided) {}
}
