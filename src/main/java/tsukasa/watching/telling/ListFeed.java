package tsukasa.watching.telling;

import java.util.List;
import org.springframework.stereotype.Component;
import tsukasa.kernel.PublicAddress;
import tsukasa.kernel.Settings;
import tsukasa.kernel.feed.Feed;
import tsukasa.watching.WatchList;
import tsukasa.watching.WatchNews.Happening;

/// The last happenings of a list as a feed. Nothing in it tells the address it was read from, which is a secret.
@Component
class ListFeed {
    private final PublicAddress address;
    private final Settings settings;

    ListFeed(PublicAddress address, Settings settings) {
        this.address = address;
        this.settings = settings;
    }

    /// @param happenings the latest first
    Feed feed(WatchList list, List<Happening> happenings) {
        return new Feed(
                "urn:uuid:" + list.id(),
                Wording.feedTitle(list),
                list.language(),
                happenings.isEmpty() ? list.madeAt() : happenings.getFirst().at(),
                null,
                address.base() + "/watch/lists/" + list.id(),
                new Feed.Author(settings.agency().title().in(list.language())),
                happenings.stream().map(happening -> item(list, happening)).toList());
    }

    private Feed.Item item(WatchList list, Happening happening) {
        return new Feed.Item(
                "urn:uuid:" + list.id() + ":" + happening.id(),
                Wording.line(happening, list.language()),
                address.base() + Wording.path(happening),
                null,
                happening.at(),
                Wording.reason(happening, list.language()),
                List.of(new Feed.Category(happening.kind().name())));
    }
}
