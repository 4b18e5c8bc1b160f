package tsukasa.watching.keeping;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tsukasa.kernel.database.Acts;
import tsukasa.vulnerability.Entries;
import tsukasa.vulnerability.EntryHead;
import tsukasa.watching.WatchList;
import tsukasa.watching.WatchNews;
import tsukasa.watching.WatchNews.Happening;
import tsukasa.watching.WatchReport;
import tsukasa.watching.keeping.ReportStore.News;

/// Hands out what waits to be told, list by list.
@Service
class ReportDesk implements WatchReport {
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final int MORNING = 7;
    private static final Duration BETWEEN_LETTERS = Duration.ofMinutes(10);
    private static final int MOST_AT_ONCE = 1000;
    private final ReportStore store;
    private final Entries entries;
    private final Clock clock;

    ReportDesk(ReportStore store, Entries entries, Clock clock) {
        this.store = store;
        this.entries = entries;
        this.clock = clock;
    }

    @Override
    @Transactional
    @Acts(as = Watchman.ACTOR)
    public int tell(Way way, int most, Consumer<WatchNews> teller) {
        Instant now = clock.instant();
        boolean letter = way == Way.LETTER;
        List<WatchList> due =
                letter ? store.letterDue(morning(now), now.minus(BETWEEN_LETTERS), most) : store.hookDue(most);
        for (WatchList list : due) {
            List<News> waiting = store.waiting(list.id(), letter, MOST_AT_ONCE);
            if (!waiting.isEmpty()) {
                teller.accept(new WatchNews(list, happenings(waiting)));
                List<Long> told = waiting.stream().map(News::id).toList();
                if (letter) {
                    store.lettered(list.id(), told, now);
                } else {
                    store.hooked(told);
                }
            }
        }
        return due.size();
    }

    /// The last time that it was seven in the morning.
    private static Instant morning(Instant now) {
        ZonedDateTime today = now.atZone(JAPAN).toLocalDate().atTime(MORNING, 0).atZone(JAPAN);
        return (today.toInstant().isAfter(now) ? today.minusDays(1) : today).toInstant();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Happening> last(UUID owner, UUID list, int most) {
        return happenings(store.last(owner, list, most));
    }

    private List<Happening> happenings(List<News> news) {
        Set<Long> wanted = new HashSet<>();
        news.forEach(one -> wanted.add(one.finding().entry()));
        Map<Long, EntryHead> heads = new HashMap<>();
        entries.heads(wanted).forEach(head -> heads.put(head.id(), head));
        return news.stream()
                .map(one -> new Happening(
                        one.id(),
                        one.kind(),
                        one.finding(),
                        heads.get(one.finding().entry()),
                        one.facts(),
                        one.at()))
                .toList();
    }
}
