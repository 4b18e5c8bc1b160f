package tsukasa.watching;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.Language;

/// The watch lists of people. Whoever asks says for whom: a list of somebody else is not there. Row policies hold the
/// same.
public interface WatchLists {
    int MOST_LISTS = 50;
    int MOST_ITEMS = 10_000;
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

    /// Adds what is not there yet, and finds what concerns it now.
    ///
    /// @param bill what they came with; null for items added by hand
    Added add(UUID owner, UUID list, List<NewItem> items, @Nullable WatchedBill bill);

    /// Items of a list by their ids. False when there was none.
    boolean removeItem(UUID owner, UUID list, long item);

    /// With all its parts.
    boolean removeBill(UUID owner, UUID list, long bill);

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
}
