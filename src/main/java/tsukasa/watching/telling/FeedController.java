package tsukasa.watching.telling;

import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tsukasa.kernel.Problem;
import tsukasa.kernel.Text;
import tsukasa.kernel.database.Walls;
import tsukasa.watching.WatchList;
import tsukasa.watching.WatchLists;
import tsukasa.watching.WatchReport;

/// The feed of a list, for whoever knows its address.
@Controller
class FeedController {
    private static final MediaType ATOM = new MediaType("application", "atom+xml", StandardCharsets.UTF_8);
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
        byte[] atom = feed.atom(list, Walls.as("watchman", () -> report.last(list.owner(), list.id(), MOST)));
        return ResponseEntity.ok()
                .contentType(ATOM)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header("X-Robots-Tag", "noindex")
                .body(atom);
    }
}
