package tsukasa.alerts.showing;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tsukasa.alerts.Alert;
import tsukasa.kernel.Language;
import tsukasa.kernel.PublicAddress;
import tsukasa.kernel.Text;
import tsukasa.kernel.feed.Feed;

/// Alerts for programs: a feed, and JSON.
@Component
class AlertFeed {
    private static final Feed.Author AUTHOR = new Feed.Author("Tsukasa");
    private final PublicAddress address;

    AlertFeed(PublicAddress address) {
        this.address = address;
    }

    /// @param alerts the last updated first
    Feed feed(List<Alert> alerts, Language language) {
        String page = address.of(AlertShowing.PATH).toString();
        return new Feed(
                page,
                Text.of("注意喚起", "Alerts").in(language),
                language,
                alerts.isEmpty() ? Instant.EPOCH : alerts.getFirst().updated(),
                address.of(AlertShowing.PATH + "/feed.atom?lang=" + language.tag())
                        .toString(),
                page,
                AUTHOR,
                alerts.stream().map(alert -> item(alert, language)).toList());
    }

    private Feed.Item item(Alert alert, Language language) {
        String page = address.of(alert.address()).toString();
        Text urgency = alert.content().urgency().word();
        return new Feed.Item(
                page,
                alert.content().title().in(language),
                page,
                alert.published(),
                alert.updated(),
                alert.content().summary().in(language),
                List.of(new Feed.Category(urgency.en(), urgency.in(language))));
    }

    Map<String, Object> json(Alert alert) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("number", alert.number().toString());
        told.put("standing", alert.standing());
        told.put("published", alert.published());
        told.put("updated", alert.updated());
        told.put("address", address.of(alert.address()).toString());
        told.put("urgency", alert.content().urgency());
        told.put("title", alert.content().title());
        told.put("summary", alert.content().summary());
        told.put("action", alert.content().action());
        told.put("products", alert.content().products());
        told.put("cves", alert.content().cves().stream().map(Object::toString).toList());
        told.put("references", alert.content().references());
        told.put("contact", alert.content().contact());
        told.put("editions", alert.editions());
        return told;
    }
}
