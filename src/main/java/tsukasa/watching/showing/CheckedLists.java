package tsukasa.watching.showing;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tsukasa.kernel.Language;
import tsukasa.watching.WatchList;
import tsukasa.watching.WatchLists;
import tsukasa.watching.WatchLists.Added;
import tsukasa.watching.showing.Adding.SentBill;

/// Puts what was checked into a list, made for it where there is none: both or nothing.
@Component
class CheckedLists {
    private final WatchLists lists;

    CheckedLists(WatchLists lists) {
        this.lists = lists;
    }

    record Filled(UUID list, Added added) {}

    @Transactional
    public Filled fill(UUID owner, @Nullable WatchList list, SentBill sent, Language language) {
        UUID into = list == null
                ? lists.make(owner, Adding.cut(sent.about().file(), 100), "", language)
                        .id()
                : list.id();
        return new Filled(into, lists.add(owner, into, sent.items(), sent.about()));
    }
}
