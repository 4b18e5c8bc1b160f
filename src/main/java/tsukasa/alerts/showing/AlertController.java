package tsukasa.alerts.showing;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import tsukasa.alerts.AlertQuestion;
import tsukasa.alerts.Alerts;
import tsukasa.kernel.feed.AtomFeed;
import tsukasa.kernel.openapi.Described;
import tsukasa.kernel.page.Frame;

@Controller
class AlertController {
    private static final int MOST = 100;
    private final AlertShowing showing;
    private final AlertFeed feed;
    private final Alerts alerts;

    AlertController(AlertShowing showing, AlertFeed feed, Alerts alerts) {
        this.showing = showing;
        this.feed = feed;
        this.alerts = alerts;
    }

    @GetMapping(AlertShowing.PATH)
    AlertsPage list(
            Frame frame,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String product,
            @RequestParam(defaultValue = "1") int page) {
        return showing.list(frame, wanted(q, year, product), page);
    }

    @GetMapping(AlertShowing.PATH + "/{number}")
    AlertPage one(Frame frame, @PathVariable String number, @RequestParam(defaultValue = "") String edition) {
        return edition.isEmpty() ? showing.page(frame, number) : showing.page(frame, number, edition);
    }

    @GetMapping(AlertShowing.PATH + "/feed.atom")
    ResponseEntity<byte[]> atom(Frame frame) {
        return ResponseEntity.ok()
                .contentType(AtomFeed.TYPE)
                .eTag(String.valueOf(alerts.mark()) + frame.language().tag())
                .body(AtomFeed.bytes(feed.feed(alerts.list(AlertQuestion.ALL).alerts(), frame.language())));
    }

    /// The last updated first; `start` begins with 0.
    @Described("Published alerts, the last updated first, by text, year and product")
    @GetMapping("/api/alerts")
    ResponseEntity<Map<String, Object>> all(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String product,
            @RequestParam(defaultValue = "0") int start,
            @RequestParam(defaultValue = "50") int size) {
        Alerts.Listed listed =
                alerts.list(wanted(q, year, product).question().page(Math.max(0, start), Math.clamp(size, 1, MOST)));
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("total", listed.total());
        told.put("alerts", listed.alerts().stream().map(feed::json).toList());
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(told);
    }

    @Described("A published alert with all its editions, by its number")
    @GetMapping("/api/alerts/{number}")
    ResponseEntity<Map<String, Object>> read(@PathVariable String number) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(feed.json(showing.alert(number)));
    }

    private static AlertShowing.Wanted wanted(String words, String year, String product) {
        return new AlertShowing.Wanted(
                words.strip(),
                year.matches("[0-9]{4}") ? Integer.parseInt(year) : 0,
                product.matches("[0-9]{1,12}") ? Long.parseLong(product) : 0);
    }
}
