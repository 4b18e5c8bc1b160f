package tsukasa.watching.telling;

import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Text;
import tsukasa.kernel.database.Walls;
import tsukasa.kernel.feed.AtomFeed;
import tsukasa.watching.WatchList;
import tsukasa.watching.WatchLists;
import tsukasa.watching.WatchNews.Happening;
import tsukasa.watching.WatchReport;

/// The feed of a list, for whoever knows its address.
@Controller
class FeedController {
    private static final int MOST = 100;
    private final WatchLists lists;
    private final WatchReport report;
    private final ListFeed feed;

    FeedController(WatchLists lists, WatchReport report, ListFeed feed) {
        this.lists = lists;
        this.report = report;
        this.feed = feed;
    }

    @GetMapping("/watch/feeds/{secret}")
    ResponseEntity<byte[]> feed(@PathVariable String secret) {
        WatchList list = lists.fed(secret)
                .orElseThrow(() -> Problem.notFound(Text.of("そのフィードはありません。", "There is no such feed.")));
        List<Happening> last = Walls.as("watchman", () -> report.last(list.owner(), list.id(), MOST));
        return ResponseEntity.ok()
                .contentType(AtomFeed.TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header("X-Robots-Tag", "noindex")
                .body(AtomFeed.bytes(feed.feed(list, last)));
    }
}
